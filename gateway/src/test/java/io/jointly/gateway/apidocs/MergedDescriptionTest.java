package io.jointly.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MergedDescriptionTest {
    private final ObjectMapper json = new ObjectMapper();
    private final MergedDescription merged = new MergedDescription(json, "https://jointly.example");

    @Test
    void keepsEveryPathAndSaysSharedThingsOnce() {
        merged.add("catalog", document("/a", "listA", "Page", "string"), json);
        merged.add("okr", document("/b", "listB", "Page", "string"), json);
        var document = merged.document();
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("https://jointly.example");
        assertThat(document.path("paths").fieldNames()).toIterable().containsExactly("/a", "/b");
        assertThat(document.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("Page");
        assertThat(document.path("tags")).hasSize(1);
    }

    @Test
    void tellsApartWhatOnlySharesAName() {
        merged.add("catalog", document("/a", "changes", "Change", "string"), json);
        merged.add("okr", document("/b", "changes", "Change", "integer"), json);
        var document = merged.document();
        assertThat(document.at("/components/schemas/Change/type").asText()).isEqualTo("string");
        assertThat(document.at("/components/schemas/OkrChange/type").asText()).isEqualTo("integer");
        assertThat(document.at("/paths/~1a/get/operationId").asText()).isEqualTo("changes");
        assertThat(document.at("/paths/~1b/get/operationId").asText()).isEqualTo("okrChanges");
        assertThat(document.at("/paths/~1b/get/responses/200/$ref").asText())
                .isEqualTo("#/components/schemas/OkrChange");
    }

    @Test
    void keepsWhoMayCall() {
        merged.add("catalog", document("/a", "listA", "Page", "string"), json);
        assertThat(merged.document().at("/paths/~1a/get/security/0/bearer").isArray()).isTrue();
    }

    private static String document(String path, String operation, String schema, String type) {
        return """
               {"openapi":"3.1.0","tags":[{"name":"T"}],"security":[{"bearer":[]}],
                "paths":{"%s":{"get":{"operationId":"%s","responses":{"200":{"$ref":"#/components/schemas/%s"}}}}},
                "components":{"schemas":{"%s":{"type":"%s"}}}}
               """
                .formatted(path, operation, schema, schema, type);
    }
}
