package io.jointly.k8s.manifest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The three operations of RFC 6902 that kustomizations here use: add, replace, remove. */
final class JsonPatch {
    private JsonPatch() {}

    static void apply(ObjectNode document, JsonNode operations) {
        for (JsonNode operation : operations) {
            var path = JsonPointer.compile(operation.path("path").asText());
            JsonNode parent = document.at(path.head());
            String last = path.last().getMatchingProperty();
            JsonNode value = operation.path("value").deepCopy();
            switch (operation.path("op").asText()) {
                case "add" -> add(parent, last, value, path);
                case "replace" -> {
                    remove(parent, last, path);
                    add(parent, last, value, path);
                }
                case "remove" -> remove(parent, last, path);
                default ->
                        throw new IllegalArgumentException("not a patch operation: " + operation);
            }
        }
    }

    private static void add(JsonNode parent, String last, JsonNode value, JsonPointer path) {
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode array) {
            array.insert(last.equals("-") ? array.size() : Integer.parseInt(last), value);
        } else {
            throw new IllegalArgumentException("nothing to add to at " + path);
        }
    }

    private static void remove(JsonNode parent, String last, JsonPointer path) {
        JsonNode removed = null;
        if (parent instanceof ObjectNode object) {
            removed = object.remove(last);
        } else if (parent instanceof ArrayNode array) {
            removed = array.remove(Integer.parseInt(last));
        }
        if (removed == null) {
            throw new IllegalArgumentException("nothing to remove at " + path);
        }
    }
}
