package io.jointly.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Path;

/** The gateway stays thin: routes, tokens, limits, reports. */
@AnalyzeClasses(
        packages = "io.jointly.gateway",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresMeetWithoutGoingRoundInCircles =
            slices().matching("io.jointly.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule keepsNoDataOfItsOwn =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "io.agroal..",
                            "jakarta.persistence..",
                            "org.hibernate.orm..",
                            "jakarta.transaction..");

    @ArchTest
    static final ArchRule knowsNoServiceFromInside =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.jointly.catalog..", "io.jointly.okr..", "io.jointly.governance..");

    @ArchTest
    static final ArchRule usesOfTheKitOnlyWhatNeedsNoDatabase =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.jointly.kit.journal..",
                            "io.jointly.kit.feed..",
                            "io.jointly.kit.record..",
                            "io.jointly.kit.idempotency..");

    @ArchTest
    static final ArchRule saysWhoMayCallAtEveryResource =
            classes()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .and()
                    .areNotInterfaces()
                    .should()
                    .beAnnotatedWith(Authenticated.class);
}
