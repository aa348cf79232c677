package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a kustomization may count on: what {@code k8s/secrets} creates, and the network paths that
 * it is meant to have.
 */
record Surroundings(
        boolean wholeSuite,
        Set<String> secretKeys,
        Set<String> configMaps,
        Set<String> networkPaths) {
    /** The ingress controller needs a certificate, and only the operator has one. */
    private static final Set<String> OPERATORS_OWN =
            Set.of("gateway-tls/tls.crt", "gateway-tls/tls.key");

    static Surroundings of(Path kustomization) {
        String name = kustomization.getFileName().toString();
        List<JsonNode> created = createdBySecrets("--demo");
        var secretKeys = new TreeSet<>(OPERATORS_OWN);
        var configMaps = new TreeSet<String>();
        for (JsonNode object : created) {
            if (object.path("kind").asText().equals("Secret")) {
                object.path("stringData")
                        .fieldNames()
                        .forEachRemaining(
                                key -> secretKeys.add(Manifests.nameOf(object) + "/" + key));
            } else {
                configMaps.add(Manifests.nameOf(object));
            }
        }
        // `database` is applied beside one of the others; everything else has to be whole.
        boolean whole = !name.equals("database");
        return new Surroundings(whole, secretKeys, configMaps, whole ? pathsOf(name) : Set.of());
    }

    /** Runs k8s/secrets and reads what it would create. */
    static List<JsonNode> createdBySecrets(String... options) {
        var command = new ArrayList<>(List.of("sh", "secrets"));
        command.addAll(List.of(options));
        try {
            Process secrets =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String yaml =
                    new String(secrets.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (secrets.waitFor() != 0) {
                throw new IllegalStateException("k8s/secrets failed");
            }
            return List.copyOf(Yaml.documents(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> pathsOf(String name) {
        Path list = Path.of("src/test/resources/network", name + ".txt");
        if (!Files.exists(list)) {
            throw new IllegalStateException(
                    "Who may talk to whom in '" + name + "'? Say so in k8s/" + list);
        }
        var paths = new TreeSet<String>();
        Yaml.text(list)
                .lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(paths::add);
        return paths;
    }
}
