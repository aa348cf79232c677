package io.jointly.catalog.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The flow figures worked out from the definitions alone, in plain loops, to hold the product's SQL
 * against.
 */
final class IndependentFigures {
    /** One event; its place in the list is the order of the source. */
    record Event(
            String item,
            Instant at,
            Long sequence,
            String activity,
            String team,
            String department) {}

    /** Handoffs from one carrier to another. */
    record Pair(String from, String to) {}

    final long items;
    long handoffs;
    long itemsWithHandoffs;
    long mostHandoffs;
    long pingPongItems;
    long pingPongs;
    double meanFlowHours;
    long reworkedEvents;
    final Map<Pair, List<Double>> waitHours = new HashMap<>();

    IndependentFigures(List<Event> events, Function<Event, String> carrier) {
        var journeys = new LinkedHashMap<String, List<Event>>();
        events.forEach(e -> journeys.computeIfAbsent(e.item(), i -> new ArrayList<>()).add(e));
        items = journeys.size();
        var hours = 0.0;
        for (var journey : journeys.values()) {
            // A stable sort: events that compare equal keep the order of the source.
            journey.sort(
                    Comparator.comparing(
                                    Event::sequence,
                                    Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(Event::at));
            var times = journey.stream().map(Event::at).sorted().toList();
            hours += hours(times.get(0), times.get(times.size() - 1));
            reworkedEvents +=
                    journey.size() - journey.stream().map(Event::activity).distinct().count();
            follow(journey, carrier);
        }
        meanFlowHours = items == 0 ? 0 : hours / items;
    }

    private void follow(List<Event> journey, Function<Event, String> carrier) {
        var sequence = new ArrayList<String>();
        Event last = null;
        for (var event : journey) {
            var name = carrier.apply(event);
            if (name == null) {
                continue;
            }
            if (last != null && !Objects.equals(carrier.apply(last), name)) {
                waitHours
                        .computeIfAbsent(
                                new Pair(carrier.apply(last), name), p -> new ArrayList<>())
                        .add(Math.max(0, hours(last.at(), event.at())));
            }
            if (sequence.isEmpty() || !sequence.get(sequence.size() - 1).equals(name)) {
                sequence.add(name);
            }
            last = event;
        }
        var count = Math.max(sequence.size() - 1, 0);
        handoffs += count;
        itemsWithHandoffs += count > 0 ? 1 : 0;
        mostHandoffs = Math.max(mostHandoffs, count);
        var occurrences = 0;
        for (var i = 2; i < sequence.size(); i++) {
            occurrences += sequence.get(i).equals(sequence.get(i - 2)) ? 1 : 0;
        }
        pingPongs += occurrences;
        pingPongItems += occurrences > 0 ? 1 : 0;
    }

    double meanWaitHours(Pair pair) {
        return waitHours.get(pair).stream().mapToDouble(h -> h).average().orElseThrow();
    }

    /** Continuous percentile, linear between neighbours. */
    double waitPercentileHours(Pair pair, double share) {
        var sorted = waitHours.get(pair).stream().sorted().toList();
        var place = share * (sorted.size() - 1);
        var below = (int) Math.floor(place);
        var above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 3_600_000.0;
    }
}
