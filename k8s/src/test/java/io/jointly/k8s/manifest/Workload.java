package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;

/** An object that makes pods, whatever the depth at which it keeps their template. */
record Workload(JsonNode object) {
    private static final Set<String> ENDING = Set.of("Job", "CronJob");

    String kind() {
        return object.path("kind").asText();
    }

    String name() {
        return Manifests.nameOf(object);
    }

    String where() {
        return Manifests.where(object);
    }

    boolean runsForever() {
        return !ENDING.contains(kind());
    }

    JsonNode template() {
        return switch (kind()) {
            case "Pod" -> object;
            case "CronJob" -> object.at("/spec/jobTemplate/spec/template");
            default -> object.at("/spec/template");
        };
    }

    JsonNode labels() {
        return template().at("/metadata/labels");
    }

    JsonNode pod() {
        return template().path("spec");
    }

    Stream<JsonNode> containers() {
        return Manifests.stream(pod().path("containers"));
    }

    Stream<JsonNode> allContainers() {
        return Stream.of("initContainers", "containers", "ephemeralContainers")
                .flatMap(list -> Manifests.stream(pod().path(list)));
    }
}
