package io.jointly.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A service's API description, as its build writes it, and what we promise about it. */
public final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** One operation of the document. */
    public record Operation(String method, String path, JsonNode description) {
        public String id() {
            return description.path("operationId").asText("(without operationId)");
        }

        /** The address with something harmless in place of each path parameter. */
        public String address() {
            return path.replaceAll("\\{[^}]+}", "x");
        }

        /** Media type of the body; null where there is none. */
        public String consumes() {
            var types = description.path("requestBody").path("content").fieldNames();
            return types.hasNext() ? types.next() : null;
        }

        /** Roles of which a caller needs one; empty when it is enough to be signed in. */
        public List<String> roles() {
            var roles = new ArrayList<String>();
            description
                    .path("security")
                    .forEach(
                            scheme ->
                                    scheme.forEach(
                                            names -> names.forEach(r -> roles.add(r.asText()))));
            return roles;
        }

        boolean documents(String status) {
            return description.path("responses").has(status);
        }

        @Override
        public String toString() {
            return id() + " (" + method + " " + path + ")";
        }
    }

    private final JsonNode root;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    /** What the build of this module wrote; a {@code @QuarkusTest} has it written. */
    public static OpenApiDocument built() {
        return new OpenApiDocument(read(Path.of("target/openapi/openapi.json")));
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(entry -> METHODS.contains(entry.getKey()))
                                        .map(entry -> operation(path.getKey(), entry))
                                        .forEach(operations::add));
        assertThat(operations).as("operations of the API description").isNotEmpty();
        return operations;
    }

    private static Operation operation(String path, Map.Entry<String, JsonNode> entry) {
        return new Operation(
                entry.getKey().toUpperCase(java.util.Locale.ROOT), path, entry.getValue());
    }

    /**
     * Fails when the committed document differs from what the build wrote. With {@code -Drefresh}
     * it is written instead.
     */
    public void isCommittedAs(Path committed) {
        if (System.getProperty("refresh") != null) {
            write(committed);
            return;
        }
        var how =
                "Run this test with -Drefresh to write %s, look at the difference, and commit it with the change."
                        .formatted(committed.getFileName());
        if (!Files.exists(committed)) {
            fail("There is no committed API description yet. " + how);
        }
        assertThat(root.equals(read(committed)))
                .as("The API is no longer what %s says. %s", committed.getFileName(), how)
                .isTrue();
    }

    /**
     * What every operation has, so that a client can be generated and a reader knows what to
     * expect.
     */
    public void describesEveryOperation() {
        for (var operation : operations()) {
            assertThat(operation.description().path("operationId").asText())
                    .as("operationId of %s", operation)
                    .isNotEmpty();
            assertThat(operation.description().path("summary").asText())
                    .as("summary of %s", operation)
                    .isNotEmpty();
            assertThat(operation.description().path("description").asText())
                    .as("description of %s", operation)
                    .isNotEmpty();
            assertThat(operation.description().path("security"))
                    .as("declared policy of %s", operation)
                    .isNotEmpty();
            for (var status : List.of("400", "401", "403", "429", "500", "503")) {
                assertThat(operation.documents(status))
                        .as("%s documented at %s", status, operation)
                        .isTrue();
            }
            successesHaveABody(operation);
        }
        assertThat(operations().stream().map(Operation::id))
                .as("operation ids")
                .doesNotHaveDuplicates();
    }

    private static void successesHaveABody(Operation operation) {
        operation
                .description()
                .path("responses")
                .properties()
                .forEach(
                        answer -> {
                            var status = answer.getKey();
                            if (status.equals("200") || status.equals("201")) {
                                assertThat(answer.getValue().path("content"))
                                        .as(
                                                "body of %s at %s (say it with @APIResponseSchema)",
                                                status, operation)
                                        .isNotEmpty();
                            }
                        });
    }

    private void write(Path target) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(
                    target, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
