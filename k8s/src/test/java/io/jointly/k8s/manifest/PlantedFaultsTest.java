package io.jointly.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves that the rules can fail: each planted fault is caught, and by the rule that is there for
 * it.
 */
class PlantedFaultsTest {
    private static final Map<String, Path> KUSTOMIZATIONS =
            Map.of("base", Path.of("base"), "demo", Path.of("overlays/demo"));
    private static final Map<String, Manifests> SOUND =
            Map.of(
                    "base", Kustomization.render(KUSTOMIZATIONS.get("base")),
                    "demo", Kustomization.render(KUSTOMIZATIONS.get("demo")));
    private static final Map<String, Surroundings> SURROUNDINGS =
            Map.of(
                    "base", Surroundings.of(KUSTOMIZATIONS.get("base")),
                    "demo", Surroundings.of(KUSTOMIZATIONS.get("demo")));

    /** One change for the worse: an object patched, added or dropped. */
    record Fault(
            String fault,
            Rule caughtBy,
            String in,
            String patched,
            JsonNode patch,
            ObjectNode added,
            String dropped) {
        Fault {
            in = in == null ? "base" : in;
        }

        Manifests plant() {
            Manifests manifests = SOUND.get(in).copy();
            if (patched != null) {
                JsonPatch.apply(find(manifests, patched), patch);
            } else if (added != null) {
                manifests.objects().add(added);
            } else {
                manifests.objects().remove(find(manifests, dropped));
            }
            return manifests;
        }

        private static ObjectNode find(Manifests manifests, String key) {
            String[] parts = key.split("/", 2);
            return manifests.find(parts[0], parts[1]).orElseThrow();
        }

        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Fault> faults() {
        String yaml = Yaml.text(Path.of("src/test/resources/planted-faults.yaml"));
        return Yaml.read(yaml, new TypeReference<List<Fault>>() {}).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isCaught(Fault fault) {
        List<Finding> findings = Rules.check(fault.plant(), SURROUNDINGS.get(fault.in()));

        assertThat(findings).extracting(Finding::rule).contains(fault.caughtBy());
    }

    @Test
    void leavesNoRuleUntried() {
        var tried = EnumSet.noneOf(Rule.class);
        faults().map(Fault::caughtBy).forEach(tried::add);

        assertThat(EnumSet.complementOf(tried)).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIsPlanted() {
        SOUND.forEach(
                (name, manifests) ->
                        assertThat(Rules.check(manifests.copy(), SURROUNDINGS.get(name)))
                                .isEmpty());
    }
}
