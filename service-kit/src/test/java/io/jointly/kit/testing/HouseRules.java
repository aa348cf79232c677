package io.jointly.kit.testing;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jointly.kit.http.Bulk;
import io.jointly.kit.idempotency.Idempotent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** What holds for the code of every service; take them in with {@code ArchTests.in}. */
public final class HouseRules {
    private static final List<Class<? extends java.lang.annotation.Annotation>> POLICIES =
            List.of(Authenticated.class, RolesAllowed.class, PermitAll.class);

    private HouseRules() {}

    /** A feature is a package, and features do not lean on each other in circles. */
    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("io.jointly.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ENTITIES_KNOW_NO_HTTP =
            noClasses()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "org.jboss.resteasy..");

    @ArchTest
    static final ArchRule RESOURCES_CALL_NO_REPOSITORIES =
            noClasses()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(PanacheRepositoryBase.class)
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule TIME_IS_JAVA_TIME =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Date")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Calendar")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.text.SimpleDateFormat");

    /** A POST that is sent again must not act again: by its key, or by what its lines say. */
    @ArchTest
    static final ArchRule POSTS_ARE_SAFE_TO_REPEAT =
            methods()
                    .that()
                    .areAnnotatedWith(POST.class)
                    .and(areOperations())
                    .should(beAnnotatedWith(Idempotent.class).or(beAnnotatedWith(Bulk.class)))
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule OPERATIONS_SAY_WHO_MAY_CALL =
            methods().that(areOperations()).should(haveAPolicy()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule RESOURCES_ARE_NAMED_SO =
            classes()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .and()
                    .areNotInterfaces()
                    .should()
                    .haveSimpleNameEndingWith("Resource")
                    .allowEmptyShould(true);

    /**
     * Methods of ours that answer a request; REST clients are interfaces, and others answer them.
     */
    private static DescribedPredicate<JavaMethod> areOperations() {
        return DescribedPredicate.describe(
                "are operations",
                method ->
                        !method.getOwner().isInterface()
                                && method.getAnnotations().stream()
                                        .anyMatch(
                                                a ->
                                                        a.getRawType()
                                                                .isAnnotatedWith(
                                                                        HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> haveAPolicy() {
        return new ArchCondition<>("say who may call, or be in a class that does") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!hasPolicy(method) && !hasPolicy(method.getOwner())) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    method, method.getFullName() + " does not say who may call"));
                }
            }
        };
    }

    private static boolean hasPolicy(CanBeAnnotated element) {
        return POLICIES.stream().anyMatch(element::isAnnotatedWith);
    }
}
