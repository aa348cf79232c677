package io.jointly.okr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.testing.HouseRules;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

/** Keeps the house in order: features that do not entangle, entities that know no HTTP. */
@AnalyzeClasses(packages = "io.jointly.okr", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule RESOURCES_CALL_SERVICES_ONLY =
            noClasses()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .dependOnClassesThat()
                    .areAnnotatedWith(Entity.class)
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(EntityManager.class, Journal.class);

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.jointly.catalog..",
                            "io.jointly.governance..",
                            "io.jointly.gateway..");

    @ArchTest
    static final ArchRule SCORING_IS_ARITHMETIC =
            noClasses()
                    .that()
                    .resideInAPackage("..scoring..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta..", "io.quarkus..", "io.jointly.kit..");
}
