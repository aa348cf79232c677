package io.jointly.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class ApiPagesTest {
    private static final String REPORT = "/api/reports/v1/flow-and-handoffs";

    private final Browser browser = new Browser();

    @Test
    void describesEverythingThatAnyPartDescribes() throws IOException {
        var merged = browser.get("/openapi").json();
        assertThat(merged.path("openapi").asText()).startsWith("3.1");
        try (var documents = Files.list(Path.of("../docs/openapi"))) {
            for (var document : documents.filter(p -> p.toString().endsWith(".json")).toList()) {
                var part = new ObjectMapper().readTree(document.toFile());
                assertThat(merged.path("paths").fieldNames())
                        .toIterable()
                        .as("paths of %s", document.getFileName())
                        .containsAll(() -> part.path("paths").fieldNames());
            }
        }
        assertThat(brokenReferences(merged, merged)).isEmpty();
        var ids =
                StreamSupport.stream(merged.path("paths").spliterator(), false)
                        .flatMap(item -> StreamSupport.stream(item.spliterator(), false))
                        .filter(operation -> operation.has("operationId"))
                        .map(operation -> operation.path("operationId").asText())
                        .toList();
        assertThat(new HashSet<>(ids)).as("operation ids are unique").hasSameSizeAs(ids);
    }

    /** The build holds what is written here to the rules of {@code npm run lint:api}. */
    @Test
    void writesTheMergedDescriptionDownForTheLinters() throws IOException {
        var merged = Path.of("target/openapi/merged.json");
        Files.createDirectories(merged.getParent());
        Files.writeString(merged, browser.get("/openapi.json").json().toPrettyString() + "\n");
        assertThat(merged).isNotEmptyFile();
    }

    @Test
    void saysOfTheReportWhomItServesAndWhatForAlsoToPrograms() {
        var operation = browser.get("/openapi.json").json().at("/paths").path(REPORT).path("get");
        assertThat(operation.path("operationId").asText()).isEqualTo("getFlowAndHandoffs");
        assertThat(operation.path("x-report").fieldNames())
                .toIterable()
                .contains("audience", "question", "decision");
        assertThat(operation.at("/responses/200/content").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("application/json", "text/csv");
    }

    @Test
    void speaksYamlToWhoeverAsksForIt() {
        assertThat(browser.get("/openapi.yaml").body()).startsWith("openapi: 3.1");
        assertThat(browser.get("/openapi", "Accept", "application/yaml").body())
                .startsWith("openapi: 3.1");
    }

    /** The committed description is what clients are made from, so it must be what we do. */
    @Test
    void isWhatTheRepositorySays() throws IOException {
        var committed = Path.of("../docs/openapi/reports.json");
        var mapper = new ObjectMapper();
        var ours = browser.get("/q/openapi?format=json").json();
        var text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(ours) + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(committed, text);
        }
        assertThat(mapper.readTree(committed.toFile()))
                .as("run the tests with -Dopenapi.write=true, look at the difference, commit it")
                .isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui/",
                "/swagger-ui/index.html",
                "/swagger-ui/start.js",
                "/swagger-ui/swagger-ui.css",
                "/swagger-ui/swagger-ui-bundle.js"
            })
    void letsPeopleTryTheApiWithoutAnyInlineScript(String path) {
        var answer = browser.get(path);
        assertThat(answer.status()).isEqualTo(200);
        if (answer.header("Content-Type").startsWith("text/html")) {
            assertThat(answer.body()).doesNotContainPattern("<script>|<style|style=|onload=");
        }
    }

    @Test
    void explainsItsRefusals() {
        for (var code :
                List.of("cross-site", "too-many-requests", "broken-answer", "no-answer-in-time")) {
            var page = browser.get("/docs/problems/" + code);
            assertThat(page.status()).as(code).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(page.body()).contains("<h1>", "<link rel=\"stylesheet\"");
        }
        assertThat(browser.get("/docs/problems").status()).isEqualTo(302);
        assertThat(browser.get("/docs/problems/").body()).contains("<table>", "stale.md");
        assertThat(browser.get("/docs/problems/stale.md").status()).isEqualTo(200);
        assertThat(browser.get("/docs/style.css").status()).isEqualTo(200);
        assertThat(browser.get("/docs/problems/no-such-problem").status()).isEqualTo(404);
        assertThat(browser.get("/docs/problems/UPPER").status()).isEqualTo(404);
    }

    private static List<String> brokenReferences(JsonNode node, JsonNode document) {
        return node.findValuesAsText("$ref").stream()
                .filter(link -> link.startsWith("#/"))
                .filter(link -> document.at(link.substring(1)).isMissingNode())
                .distinct()
                .toList();
    }
}
