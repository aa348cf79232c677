package io.jointly.catalog.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LastOfTracePropertiesTest {
    /** However the events of a trace are shuffled, exactly the last of the journey ends it. */
    @Property(tries = 500)
    void endsTheTraceWithTheLastOfItsJourney(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 4) Integer> minutes,
            @ForAll @Size(min = 12, max = 12) List<@IntRange(max = 3) Integer> sequences) {
        var read = new ReadEvents();
        var last = new LastOfTrace(read, "Closed");
        var lines = new ArrayList<Integer>();
        for (var i = 0; i < minutes.size(); i++) {
            lines.add(i);
            last.accept(i, event(minutes.get(i), sequence(sequences.get(i))));
        }
        last.end();
        var journey = new ArrayList<>(lines);
        journey.sort(
                Comparator.comparing(
                                (Integer i) -> sequence(sequences.get(i)),
                                Comparator.nullsLast(Comparator.<Long>naturalOrder()))
                        .thenComparing(minutes::get)
                        .thenComparing(i -> i));
        assertThat(read.lines).hasSize(minutes.size()).doesNotHaveDuplicates();
        for (var i = 0; i < read.events.size(); i++) {
            var isLast = read.lines.get(i) == (long) journey.get(journey.size() - 1);
            assertThat(read.events.get(i).state()).isEqualTo(isLast ? "Closed" : "own");
        }
    }

    private static Long sequence(int number) {
        return number == 0 ? null : Long.valueOf(number);
    }

    private static WorkItemEvent event(int minute, Long sequence) {
        return new WorkItemEvent(
                "A",
                null,
                Instant.parse("2026-01-05T09:00:00Z").plusSeconds(60L * minute),
                sequence,
                "x",
                "own",
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
