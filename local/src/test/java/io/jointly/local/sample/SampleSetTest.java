package io.jointly.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.local.process.Progress;
import io.jointly.local.workspace.LocalProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleSetTest {
    @Test
    void changesNothingWhenLoadedAgain() throws Exception {
        try (var api = new RememberingApi(null)) {
            load(api);
            var first = Map.copyOf(api.bodies);

            load(api);

            assertThat(api.bodies).isEqualTo(first);
            assertThat(api.contradictions).hasValue(0);
        }
    }

    @Test
    void goesOnWhereItWasInterrupted() throws Exception {
        try (var api = new RememberingApi(null);
                var other = new RememberingApi(null)) {
            load(other);
            api.breakAt("/okr/v1/objectives/");
            assertThatExceptionOfType(LocalProblem.class)
                    .isThrownBy(() -> load(api))
                    .withMessageContaining("503");

            api.breakAt(null);
            load(api);

            assertThat(api.bodies).containsOnlyKeys(other.bodies.keySet());
            assertThat(api.contradictions).hasValue(0);
        }
    }

    @Test
    void leavesOlderDepartmentsAlone() throws Exception {
        try (var api = new RememberingApi(Instant.now().minus(Duration.ofDays(3)))) {
            load(api);

            assertThat(api.bodies).isEmpty();
            assertThat(api.uploads).isEmpty();
        }
    }

    @Test
    void sendsWorkOfFiveStreams() throws Exception {
        try (var api = new RememberingApi(null)) {
            load(api);

            assertThat(api.uploads).hasSize(5);
        }
    }

    private static void load(RememberingApi api) {
        assertThat(SampleSet.load(api.client(), Progress.silent())).isTrue();
    }
}
