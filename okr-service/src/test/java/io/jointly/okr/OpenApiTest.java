package io.jointly.okr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** The API description that others generate clients from is the one that we serve. */
@QuarkusTest
class OpenApiTest extends OkrTest {
    private static final Path COMMITTED = Path.of("../docs/openapi/okr.json");
    private static final Path BUILT = Path.of("target/openapi/openapi.json");

    @Test
    void isCommittedAsItIs() throws IOException {
        assertThat(read(COMMITTED).equals(read(BUILT)))
                .as(
                        "the API changed: look at the difference, then refresh with"
                                + " cp okr-service/target/openapi/openapi.json docs/openapi/okr.json")
                .isTrue();
    }

    @Test
    void explainsEveryOperation() throws IOException {
        var unexplained = new ArrayList<String>();
        var ids = new HashSet<String>();
        for (var path : read(BUILT).get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var told = operation.getValue();
                var name = operation.getKey() + " " + path.getKey();
                for (var part : new String[] {"operationId", "summary", "description", "tags"}) {
                    if (!told.hasNonNull(part)) {
                        unexplained.add(name + " lacks " + part);
                    }
                }
                if (!ids.add(told.path("operationId").asText())) {
                    unexplained.add(name + " shares its operation id");
                }
                for (var status : new String[] {"400", "401", "403", "500"}) {
                    if (!told.path("responses").has(status)) {
                        unexplained.add(name + " lacks " + status);
                    }
                }
            }
        }
        assertThat(unexplained).isEmpty();
    }

    private static JsonNode read(Path path) throws IOException {
        return new ObjectMapper().readTree(path.toFile());
    }
}
