package io.jointly.gateway.apidocs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Puts several OpenAPI documents into one.
 *
 * <p>Components that are the same everywhere, such as the problem document, appear once. Where two
 * documents mean different things by one name, the later one is renamed after its part: {@code
 * OkrChange} beside {@code Change}. The same goes for operation ids.
 */
final class MergedDescription {
    private static final String COMPONENT = "#/components/";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final String OURS = "reports";
    private static final Map<String, String> OUR_REFUSALS =
            new TreeMap<>(
                    Map.of(
                            "429", "Too many requests; `Retry-After` says when to go on.",
                            "502", "The service broke off before it had answered.",
                            "503", "The service cannot be reached just now.",
                            "504", "The service did not answer in time."));

    private final ObjectNode merged;
    private final Set<String> operationIds = new HashSet<>();
    private final Set<String> tags = new HashSet<>();

    MergedDescription(ObjectMapper json, String publicUrl) {
        merged = json.createObjectNode();
        merged.put("openapi", "3.1.0");
        var info = merged.putObject("info");
        info.put("title", "Jointly");
        info.put("version", "1");
        info.put(
                "description",
                "Everything that Jointly offers, at one address. Sign in at `/login` with a browser, or send a bearer token.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        merged.putArray("servers").addObject().put("url", publicUrl).put("x-internal", false);
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject("components");
    }

    ObjectNode document() {
        return merged;
    }

    void add(String part, String text, ObjectMapper json) {
        try {
            add(part, (ObjectNode) json.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The API description of " + part + " is broken", e);
        }
    }

    private void add(String part, ObjectNode document) {
        var renamed = addComponents(part, document.path("components"));
        UnaryOperator<JsonNode> relink = node -> relinked(node, renamed);
        document.path("tags")
                .forEach(
                        tag -> {
                            if (tags.add(tag.path("name").asText())) {
                                merged.withArray("tags").add(tag);
                            }
                        });
        var security = document.path("security");
        document.path("paths")
                .fields()
                .forEachRemaining(
                        path -> {
                            var item = (ObjectNode) relink.apply(path.getValue());
                            METHODS.stream()
                                    .filter(item::has)
                                    .map(item::get)
                                    .map(ObjectNode.class::cast)
                                    .forEach(operation -> complete(part, operation, security));
                            ((ObjectNode) merged.get("paths")).set(path.getKey(), item);
                        });
    }

    private void complete(String part, ObjectNode operation, JsonNode security) {
        var id = operation.path("operationId").asText();
        if (!id.isEmpty() && !operationIds.add(id)) {
            var ownId = part + capitalised(id);
            operationIds.add(ownId);
            operation.put("operationId", ownId);
        }
        if (!part.equals(OURS)) {
            addOurRefusals(operation);
        }
        // What one document says for all of its operations must be said at each of them here.
        if (!operation.has("security") && !security.isMissingNode()) {
            operation.set("security", security.deepCopy());
        }
    }

    /** The gateway stands before the services, and answers for them when they cannot. */
    private void addOurRefusals(ObjectNode operation) {
        var responses = operation.withObject("/responses");
        OUR_REFUSALS.forEach(
                (status, text) -> {
                    var name = "Problem" + status;
                    if (!responses.has(status)) {
                        responses.putObject(status).put("$ref", reference("responses", name));
                    }
                    var shared = merged.withObject("/components/responses");
                    if (!shared.has(name)) {
                        shared.putObject(name)
                                .put("description", text)
                                .putObject("content")
                                .putObject("application/problem+json")
                                .putObject("schema")
                                .put("$ref", reference("schemas", "Problem"));
                    }
                });
    }

    /** Answers which references have to change, and to what. */
    private Map<String, String> addComponents(String part, JsonNode components) {
        var renamed = new HashMap<String, String>();
        components
                .fields()
                .forEachRemaining(
                        group -> {
                            var target = (ObjectNode) merged.get("components");
                            var there = target.withObject("/" + group.getKey());
                            group.getValue()
                                    .fields()
                                    .forEachRemaining(
                                            component -> {
                                                var name = component.getKey();
                                                if (there.has(name)
                                                        && !there.get(name)
                                                                .equals(component.getValue())) {
                                                    renamed.put(
                                                            reference(group.getKey(), name),
                                                            reference(
                                                                    group.getKey(),
                                                                    capitalised(part)
                                                                            + capitalised(name)));
                                                }
                                            });
                        });
        components
                .fields()
                .forEachRemaining(
                        group -> {
                            var there =
                                    ((ObjectNode) merged.get("components"))
                                            .withObject("/" + group.getKey());
                            group.getValue()
                                    .fields()
                                    .forEachRemaining(
                                            component -> {
                                                var link =
                                                        reference(
                                                                group.getKey(), component.getKey());
                                                var name = renamed.getOrDefault(link, link);
                                                there.set(
                                                        name.substring(name.lastIndexOf('/') + 1),
                                                        relinked(component.getValue(), renamed));
                                            });
                        });
        return renamed;
    }

    private static JsonNode relinked(JsonNode node, Map<String, String> renamed) {
        var copy = node.deepCopy();
        if (!renamed.isEmpty()) {
            relink(copy, renamed);
        }
        return copy;
    }

    private static void relink(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            var link = object.path("$ref").asText();
            if (renamed.containsKey(link)) {
                object.put("$ref", renamed.get(link));
            }
        }
        node.forEach(child -> relink(child, renamed));
    }

    private static String reference(String group, String name) {
        return COMPONENT + group + "/" + name;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
