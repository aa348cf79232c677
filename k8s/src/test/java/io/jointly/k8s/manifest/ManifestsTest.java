package io.jointly.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kustomization of this folder renders and keeps every rule. */
class ManifestsTest {
    static Stream<Path> kustomizations() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files
                    .filter(
                            file ->
                                    file.endsWith("kustomization.yaml")
                                            && !file.startsWith("target"))
                    .map(file -> file.toAbsolutePath().getParent())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void findsTheKustomizations() throws IOException {
        assertThat(kustomizations().map(Path::getFileName).map(Path::toString))
                .contains("base", "database", "demo");
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void keepsTheSchemaOfKubernetesAndOurRules(Path directory) {
        Manifests manifests = Kustomization.render(directory);

        assertThat(manifests.objects()).isNotEmpty();
        assertThat(Rules.check(manifests, Surroundings.of(directory))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void rendersAsKubectlDoes(Path directory) throws IOException, InterruptedException {
        assumeTrue(
                kubectlRendersOverlays(),
                "left out: no kubectl of version 1.21 or newer on the path");

        Process kubectl =
                new ProcessBuilder("kubectl", "kustomize", directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(kubectl.waitFor()).isZero();
        var rendered = Kustomization.render(directory).byKey();
        var expected = new Manifests("kubectl", Yaml.documents(yaml)).byKey();
        assertThat(rendered.keySet()).isEqualTo(expected.keySet());
        assertThat(rendered)
                .allSatisfy((key, object) -> assertThat(object).isEqualTo(expected.get(key)));
    }

    private static boolean kubectlRendersOverlays() throws InterruptedException {
        try {
            Process kubectl =
                    new ProcessBuilder("kubectl", "version", "--client", "--output=json")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String json =
                    new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String minor = Yaml.node(json).at("/clientVersion/minor").asText("0");
            return kubectl.waitFor() == 0 && Integer.parseInt(minor.replaceAll("\\D.*", "")) >= 21;
        } catch (IOException e) {
            return false;
        }
    }
}
