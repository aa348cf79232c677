package io.jointly.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The kit serves every domain because it knows none. */
@AnalyzeClasses(packages = "io.jointly.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> DOMAIN =
            Set.of(
                    "department",
                    "objective",
                    "keyresult",
                    "okr",
                    "cycle",
                    "decision",
                    "vote",
                    "escalation",
                    "governance",
                    "catalog",
                    "valuestream",
                    "handoff",
                    "workitem",
                    "risk",
                    "improvement",
                    "initiative",
                    "agreement",
                    "survey",
                    "theme");

    @ArchTest
    void knowsNoWordOfAnyDomain(JavaClasses kit) {
        var words =
                kit.stream()
                        .flatMap(ArchitectureTest::names)
                        .filter(ArchitectureTest::isDomainWord)
                        .sorted()
                        .toList();
        assertThat(words).as("names in the kit that belong to a domain").isEmpty();
    }

    private static Stream<String> names(JavaClass type) {
        return Stream.of(
                        Stream.of(type.getName()),
                        type.getMethods().stream().map(m -> type.getName() + "." + m.getName()),
                        type.getFields().stream().map(f -> type.getName() + "." + f.getName()))
                .flatMap(names -> names);
    }

    private static boolean isDomainWord(String name) {
        var plain =
                name.substring("io.jointly.kit.".length())
                        .toLowerCase(Locale.ROOT)
                        .replace("_", "");
        return DOMAIN.stream().anyMatch(plain::contains);
    }
}
