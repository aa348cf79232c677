package io.jointly.okr.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.junit.jupiter.api.Test;

/**
 * Whoever waits for a neighbour may hold a connection meanwhile; how many may at once is bounded.
 */
class BulkheadsTest {
    @Test
    void leaveAConnectionToThoseWhoNeedNoNeighbour() throws IOException {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.jointly.okr");
        var asking =
                classes.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Bulkhead.class))
                        .map(BulkheadsTest::bulkhead)
                        .toList();
        assertThat(asking).isNotEmpty();
        assertThat(classes.stream().filter(type -> type.isAnnotatedWith(Bulkhead.class)))
                .as("a bulkhead on a class counts once for each method, which nobody sees")
                .isEmpty();
        assertThat(asking.stream().mapToInt(Integer::intValue).sum())
                .as("bulkheads %s on a pool of %d connections", asking, connections())
                .isLessThan(connections());
    }

    private static int bulkhead(JavaMethod method) {
        return method.getAnnotationOfType(Bulkhead.class).value();
    }

    private static int connections() throws IOException {
        var settings = new Properties();
        try (InputStream file =
                BulkheadsTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        return Integer.parseInt(settings.getProperty("quarkus.datasource.jdbc.max-size"));
    }
}
