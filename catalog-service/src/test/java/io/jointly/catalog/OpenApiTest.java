package io.jointly.catalog;

import io.jointly.kit.testing.OpenApiDocument;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OpenApiTest {
    @Test
    void isWhatWeCommitted() {
        OpenApiDocument.built().isCommittedAs(Path.of("../docs/openapi/catalog.json"));
    }

    @Test
    void describesEveryOperation() {
        OpenApiDocument.built().describesEveryOperation();
    }
}
