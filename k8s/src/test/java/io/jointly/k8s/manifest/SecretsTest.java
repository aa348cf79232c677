package io.jointly.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code k8s/secrets} creates what the manifests refer to, no more and no less, and never the same
 * twice.
 */
class SecretsTest {
    @Test
    void createsWhatTheBaseNeeds() {
        assertThat(keysOf(Surroundings.createdBySecrets())).isEqualTo(referredToIn("base"));
    }

    @Test
    void createsWhatTheDemoNeeds() {
        assertThat(keysOf(Surroundings.createdBySecrets("--demo")))
                .isEqualTo(referredToIn("overlays/demo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "database", "overlays/demo"})
    void isDocumented(String kustomization) {
        String readme = Yaml.text(Path.of("README.md"));

        assertThat(referredToIn(kustomization))
                .allSatisfy(
                        key ->
                                assertThat(readme)
                                        .contains(
                                                "`" + key.replaceAll("/.*", "") + "`",
                                                "`" + key.replaceAll(".*/", "") + "`"));
    }

    @Test
    void fitsTheSchemaOfKubernetes() {
        assertThat(Surroundings.createdBySecrets("--demo"))
                .flatMap(KubernetesSchema::check)
                .isEmpty();
    }

    @Test
    void makesNewValuesEachTime() {
        Predicate<String> random = value -> value.matches("[0-9a-f]{64}");
        Set<String> first = valuesOf(Surroundings.createdBySecrets("--demo"), random);
        Set<String> second = valuesOf(Surroundings.createdBySecrets("--demo"), random);

        assertThat(first).hasSize(13).doesNotContainAnyElementsOf(second);
    }

    private static Set<String> referredToIn(String kustomization) {
        var keys = new TreeSet<String>();
        Kustomization.render(Path.of(kustomization))
                .workloads()
                .flatMap(workload -> workload.pod().findValues("secretKeyRef").stream())
                .forEach(
                        reference ->
                                keys.add(
                                        reference.path("name").asText()
                                                + "/"
                                                + reference.path("key").asText()));
        return keys;
    }

    private static Set<String> keysOf(List<JsonNode> created) {
        var keys = new TreeSet<String>();
        created.forEach(
                object ->
                        object.path("stringData")
                                .fieldNames()
                                .forEachRemaining(
                                        key -> keys.add(Manifests.nameOf(object) + "/" + key)));
        return keys;
    }

    private static Set<String> valuesOf(List<JsonNode> created, Predicate<String> wanted) {
        return created.stream()
                .flatMap(object -> Manifests.stream(object.path("stringData")))
                .map(JsonNode::asText)
                .filter(wanted)
                .collect(Collectors.toSet());
    }
}
