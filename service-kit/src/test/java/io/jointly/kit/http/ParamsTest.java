package io.jointly.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.kit.problem.StandardProblem;
import java.time.Instant;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParamsTest {
    enum Colour {
        RED,
        GREEN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void readsInstantsAndDates() {
        assertThat(Params.instant("from", null)).isNull();
        assertThat(Params.instant("from", "2026-01-31")).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(Params.instant("from", "2026-01-31T10:30:00+01:00"))
                .isEqualTo("2026-01-31T09:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30",
                "2026-01-31T09:30:00",
                "31/01/2026",
                "1767225600",
                "+999999999-01-01",
                "-0001-01-01",
                "+10000-01-01T00:00:00Z"
            })
    void refusesWhatIsNoTime(String value) {
        refused("from", () -> Params.instant("from", value));
    }

    @Property
    void readsEveryNumberWithinBounds(@ForAll int number) {
        var text = Integer.toString(number);
        assertThat(Params.number("n", text, Integer.MIN_VALUE, Integer.MAX_VALUE, 0))
                .isEqualTo(number);
        if (number < 1 || number > 200) {
            refused("n", () -> Params.number("n", text, 1, 200, 50));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1.0", "1e1", "0x1", "99999999999", "+5", "\u0665"})
    void refusesWhatIsNoNumber(String value) {
        refused("n", () -> Params.number("n", value, 1, 200, 50));
    }

    @Test
    void takesTheDefaultForAnAbsentNumber() {
        assertThat(Params.number("n", null, 1, 200, 50)).isEqualTo(50);
    }

    @Test
    void readsFlags() {
        assertThat(Params.flag("open", null)).isFalse();
        assertThat(Params.flag("open", "false")).isFalse();
        assertThat(Params.flag("open", "true")).isTrue();
        refused("open", () -> Params.flag("open", "TRUE"));
        refused("open", () -> Params.flag("open", ""));
    }

    @Test
    void readsOneOrSeveralOfAFamily() {
        assertThat(Params.oneOf("colour", null, Colour.class)).isEmpty();
        assertThat(Params.oneOf("colour", "red", Colour.class)).contains(Colour.RED);
        assertThat(Params.anyOf("colour", null, Colour.class)).isEmpty();
        assertThat(Params.anyOf("colour", "green", Colour.class)).containsExactly(Colour.GREEN);
        assertThat(Params.anyOf("colour", "in:red,green", Colour.class))
                .containsExactly(Colour.RED, Colour.GREEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RED", "blue", "in:", "in:red,", "red,green", "in: red"})
    void refusesWhatIsNotOfTheFamily(String value) {
        refused("colour", () -> Params.anyOf("colour", value, Colour.class));
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatExceptionOfType(StandardProblem.class)
                .isThrownBy(call)
                .satisfies(
                        problem ->
                                assertThat(problem.errors())
                                        .singleElement()
                                        .satisfies(
                                                error ->
                                                        assertThat(error.parameter())
                                                                .isEqualTo(parameter)));
    }

    @Property
    void readsBackEveryInstantItIsGiven(@ForAll Instant instant) {
        if (Bounds.within(instant)) {
            assertThat(Params.instant("from", instant.toString())).isEqualTo(instant);
        } else {
            refused("from", () -> Params.instant("from", instant.toString()));
        }
    }
}
