package io.jointly.kit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.kit.problem.StandardProblem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateTest {
    private static final class Thing extends Aggregate {
        void change() {
            touch();
        }
    }

    @Property
    void readsBackEveryReferenceItGives(
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long id) {
        assertThat(Aggregate.idOf("REF", "thing", Aggregate.reference("REF", id))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "REF",
                "REF-",
                "REF-0",
                "REF-01",
                "REF--1",
                "REF-1.5",
                "ref-1",
                "XREF-1",
                "REF-1 ",
                "REF-9999999999999999999",
                "REF-\u0661"
            })
    void aReferenceOfAnotherFormNamesNothing(String reference) {
        assertThatExceptionOfType(StandardProblem.class)
                .isThrownBy(() -> Aggregate.idOf("REF", "thing", reference))
                .withMessageContaining("no thing '" + reference + "'");
    }

    @Test
    void everyChangeMovesTheTimeOfChange() {
        var thing = new Thing();
        for (var i = 0; i < 1_000; i++) {
            var before = thing.updatedAt();
            thing.change();
            assertThat(thing.updatedAt()).isAfter(before);
        }
        assertThat(thing.createdAt()).isBefore(thing.updatedAt());
    }
}
