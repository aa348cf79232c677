package io.jointly.okr;

import io.jointly.kit.testing.OpenApiDocument;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API description that others generate clients from is the one that we serve. */
@QuarkusTest
class OpenApiTest extends OkrTest {
    @Test
    void isWhatWeCommitted() {
        OpenApiDocument.built().isCommittedAs(Path.of("../docs/openapi/okr.json"));
    }

    @Test
    void describesEveryOperation() {
        OpenApiDocument.built().describesEveryOperation();
    }
}
