package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A rendered kustomization: all its objects, and the ways in which the rules look at them. */
final class Manifests {
    private static final Set<String> WORKLOADS =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod");

    private final String origin;
    private final List<ObjectNode> objects;

    Manifests(String origin, List<ObjectNode> objects) {
        this.origin = origin;
        this.objects = new ArrayList<>(objects);
    }

    String origin() {
        return origin;
    }

    List<ObjectNode> objects() {
        return objects;
    }

    Manifests copy() {
        return new Manifests(origin, objects.stream().map(ObjectNode::deepCopy).toList());
    }

    Stream<ObjectNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    Optional<ObjectNode> find(String kind, String name) {
        return ofKind(kind).filter(object -> nameOf(object).equals(name)).findFirst();
    }

    Stream<Workload> workloads() {
        return objects.stream()
                .filter(object -> WORKLOADS.contains(object.path("kind").asText()))
                .map(Workload::new);
    }

    /** Everything by a key that tells it apart, to compare two renderings. */
    Map<String, JsonNode> byKey() {
        var all = new TreeMap<String, JsonNode>();
        objects.forEach(object -> all.put(where(object), object));
        return all;
    }

    static String nameOf(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    static String where(JsonNode object) {
        return object.path("kind").asText() + "/" + nameOf(object);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    /**
     * Whether a label selector, with its labels and expressions, picks something that carries these
     * labels.
     */
    static boolean selects(JsonNode selector, JsonNode labels) {
        boolean labelsMatch =
                selector.path("matchLabels").properties().stream()
                        .allMatch(wanted -> wanted.getValue().equals(labels.path(wanted.getKey())));
        return labelsMatch
                && stream(selector.path("matchExpressions"))
                        .allMatch(
                                expression -> {
                                    String label =
                                            labels.path(expression.path("key").asText())
                                                    .asText(null);
                                    List<String> values = texts(expression.path("values"));
                                    return switch (expression.path("operator").asText()) {
                                        case "In" -> label != null && values.contains(label);
                                        case "NotIn" -> label == null || !values.contains(label);
                                        case "Exists" -> label != null;
                                        case "DoesNotExist" -> label == null;
                                        default -> false;
                                    };
                                });
    }
}
