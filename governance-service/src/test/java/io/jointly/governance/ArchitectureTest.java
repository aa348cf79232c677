package io.jointly.governance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.jointly.kit.journal.Journal;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Keeps the house in order: features that do not entangle, entities that know no HTTP. */
@AnalyzeClasses(
        packages = "io.jointly.governance",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule features_do_not_entangle =
            slices().matching("io.jointly.governance.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entities_know_no_http =
            noClasses()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..");

    @ArchTest
    static final ArchRule resources_call_services_only =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Resource")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(PanacheRepository.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAnnotatedWith(Entity.class)
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(EntityManager.class, Journal.class);

    @ArchTest
    static final ArchRule no_other_service_is_known =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.jointly.catalog..", "io.jointly.okr..", "io.jointly.gateway..");

    @ArchTest
    static final ArchRule counting_votes_and_hours_is_arithmetic =
            noClasses()
                    .that()
                    .haveSimpleName("Ballots")
                    .or()
                    .haveSimpleName("WorkingCalendar")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta..", "io.quarkus..", "io.jointly.kit..");

    @ArchTest
    static final ArchRule http_comes_in_through_resources =
            classes()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .and()
                    .areNotInterfaces()
                    .should()
                    .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule every_operation_declares_who_may_call =
            com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods()
                    .that()
                    .areAnnotatedWith(GET.class)
                    .and()
                    .areDeclaredInClassesThat()
                    .areNotInterfaces()
                    .should()
                    .beAnnotatedWith(io.quarkus.security.Authenticated.class)
                    .orShould()
                    .beAnnotatedWith(jakarta.annotation.security.RolesAllowed.class);
}
