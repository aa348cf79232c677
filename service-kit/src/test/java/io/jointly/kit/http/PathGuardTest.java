package io.jointly.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.kit.testing.AmbiguousPaths;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {
    static Stream<String> ambiguous() {
        return AmbiguousPaths.of("/api/kit/v1/things").stream();
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void refusesWhatCouldBeReadInTwoWays(String path) {
        assertThat(PathGuard.isPlain(path)).isFalse();
    }

    @Test
    void knowsMoreThanFortyWaysOfBeingAmbiguous() {
        assertThat(ambiguous().distinct().count()).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api",
                "http://localhost/api",
                "//localhost/api",
                "/api/\u00e9",
                "/api/ x",
                "/api/\u0000"
            })
    void refusesWhatIsNoPath(String path) {
        assertThat(PathGuard.isPlain(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/kit/v1/things",
                "/api/kit/v1/things/THING-1",
                "/api/kit/v1/things/a.b",
                "/api/kit/v1/things/...",
                "/api/kit/v1/things/Group%2070",
                "/api/kit/v1/things/caf%C3%A9",
                "/api/kit/v1/things/%F0%9F%9A%80",
                "/api/kit/v1/things/a:b@c!$&'()*+,=~_-"
            })
    void letsPlainPathsPass(String path) {
        assertThat(PathGuard.isPlain(path)).isTrue();
    }

    @Test
    void refusesPathsOfEndlessLength() {
        assertThat(PathGuard.isPlain("/" + "a".repeat(2_047))).isTrue();
        assertThat(PathGuard.isPlain("/" + "a".repeat(2_048))).isFalse();
    }

    @Property
    void letsPathsOfWordsPass(
            @ForAll @Size(min = 1, max = 10) List<@AlphaChars @NotEmpty String> segments) {
        var path = "/" + String.join("/", segments);
        assertThat(PathGuard.isPlain(path)).isEqualTo(path.length() <= 2_048);
    }
}
