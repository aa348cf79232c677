package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Renders a kustomization without kubectl: just the directives that are used here, and a refusal
 * for any other. Where kubectl is installed, a test holds both renderings against each other.
 */
final class Kustomization {
    private static final Set<String> DIRECTIVES =
            Set.of(
                    "apiVersion",
                    "kind",
                    "namespace",
                    "resources",
                    "configMapGenerator",
                    "images",
                    "patches");

    private final List<ObjectNode> documents = new ArrayList<>();
    private final Set<ObjectNode> generated;

    private Kustomization(Set<ObjectNode> generated) {
        this.generated = generated;
    }

    static Manifests render(Path directory) {
        var whole = new Kustomization(Collections.newSetFromMap(new IdentityHashMap<>()));
        whole.load(directory);
        whole.nameGeneratedByContent();
        return new Manifests(directory.normalize().toString(), whole.documents);
    }

    private void load(Path directory) {
        JsonNode kustomization = Yaml.node(Yaml.text(directory.resolve("kustomization.yaml")));
        kustomization
                .fieldNames()
                .forEachRemaining(
                        directive -> {
                            if (!DIRECTIVES.contains(directive)) {
                                throw new IllegalArgumentException(
                                        directory + ": cannot render the directive " + directive);
                            }
                        });
        for (JsonNode resource : kustomization.path("resources")) {
            Path path = directory.resolve(resource.asText()).normalize();
            if (Files.isDirectory(path)) {
                var other = new Kustomization(generated);
                other.load(path);
                documents.addAll(other.documents);
            } else {
                documents.addAll(Yaml.documents(Yaml.text(path)));
            }
        }
        kustomization
                .path("configMapGenerator")
                .forEach(generator -> generate(directory, generator));
        kustomization.path("patches").forEach(this::patch);
        if (kustomization.has("namespace")) {
            documents.forEach(document -> setNamespace(document, kustomization.path("namespace")));
        }
        kustomization.path("images").forEach(this::setImage);
    }

    private void generate(Path directory, JsonNode generator) {
        String name = generator.path("name").asText();
        var entries = new TreeMap<String, String>();
        for (JsonNode file : generator.path("files")) {
            entries.put(file.asText(), Yaml.text(directory.resolve(file.asText())));
        }
        for (JsonNode literal : generator.path("literals")) {
            String[] entry = literal.asText().split("=", 2);
            entries.put(entry[0], entry[1]);
        }
        ObjectNode configMap;
        if (generator.path("behavior").asText("create").equals("merge")) {
            configMap =
                    generated.stream()
                            .filter(
                                    document ->
                                            documents.contains(document)
                                                    && nameOf(document).equals(name))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "nothing to merge into: " + name));
        } else {
            configMap =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("apiVersion", "v1")
                            .put("kind", "ConfigMap");
            configMap.putObject("metadata").put("name", name);
            configMap.putObject("data");
            documents.add(configMap);
            generated.add(configMap);
        }
        entries.forEach((key, value) -> ((ObjectNode) configMap.path("data")).put(key, value));
    }

    private void patch(JsonNode patch) {
        JsonNode change = Yaml.node(patch.path("patch").asText());
        List<ObjectNode> targets =
                documents.stream()
                        .filter(document -> matches(patch.path("target"), document))
                        .toList();
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("nothing to patch: " + patch.path("target"));
        }
        if (change instanceof ArrayNode operations) {
            targets.forEach(target -> JsonPatch.apply(target, operations));
        } else if (change.path("$patch").asText().equals("delete")) {
            documents.removeAll(targets);
        } else {
            throw new IllegalArgumentException(
                    "cannot render the patch of " + patch.path("target"));
        }
    }

    private static boolean matches(JsonNode target, ObjectNode document) {
        return target.path("kind").equals(document.path("kind"))
                && target.path("name").asText().equals(nameOf(document));
    }

    private static void setNamespace(ObjectNode document, JsonNode namespace) {
        if (!document.path("kind").asText().equals("Namespace")) {
            ((ObjectNode) document.path("metadata")).set("namespace", namespace);
        }
    }

    private void setImage(JsonNode image) {
        for (ObjectNode document : documents) {
            for (JsonNode container :
                    document.findValues("containers").stream()
                            .flatMap(Manifests::stream)
                            .toList()) {
                String current = container.path("image").asText();
                if (current.split(":", 2)[0].equals(image.path("name").asText())) {
                    String name = image.path("newName").asText(current.split(":", 2)[0]);
                    ((ObjectNode) container)
                            .put("image", name + ":" + image.path("newTag").asText());
                }
            }
        }
    }

    private void nameGeneratedByContent() {
        Map<String, String> names = new HashMap<>();
        for (ObjectNode configMap : generated) {
            String name = nameOf(configMap);
            names.put(name, name + "-" + suffix(configMap.path("data")));
            ((ObjectNode) configMap.path("metadata")).put("name", names.get(name));
        }
        documents.forEach(document -> followNames(document, names));
    }

    private static void followNames(JsonNode node, Map<String, String> names) {
        for (String place : List.of("configMapRef", "configMapKeyRef", "configMap")) {
            if (node.path(place) instanceof ObjectNode reference) {
                names.computeIfPresent(
                        reference.path("name").asText(),
                        (before, after) -> {
                            reference.put("name", after);
                            return after;
                        });
            }
        }
        node.forEach(child -> followNames(child, names));
    }

    /**
     * The same ten letters that kustomize appends: a hash of the content, spelt without vowels and
     * look-alikes.
     */
    private static String suffix(JsonNode data) {
        String json = "{\"data\":" + sorted(data) + ",\"kind\":\"ConfigMap\",\"name\":\"\"}";
        String escapedAsGoDoes =
                json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            String hex =
                    HexFormat.of()
                            .formatHex(
                                    sha256.digest(
                                            escapedAsGoDoes.getBytes(StandardCharsets.UTF_8)));
            return hex.substring(0, 10)
                    .replace('0', 'g')
                    .replace('1', 'h')
                    .replace('3', 'k')
                    .replace('a', 'm')
                    .replace('e', 't');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode sorted(JsonNode data) {
        var sorted = JsonNodeFactory.instance.objectNode();
        var keys = new ArrayList<String>();
        data.fieldNames().forEachRemaining(keys::add);
        keys.stream().sorted().forEach(key -> sorted.set(key, data.path(key)));
        return sorted;
    }

    private static String nameOf(ObjectNode document) {
        return document.path("metadata").path("name").asText();
    }
}
