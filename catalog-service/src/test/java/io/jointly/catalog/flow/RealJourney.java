package io.jointly.catalog.flow;

import io.jointly.catalog.RealLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An incident of the real log, read by hand, so that nothing is shared with the product. */
record RealJourney(List<Event> events, List<Stay> stays) {
    record Event(Instant at, String state, String team, String type, boolean slaMet) {}

    record Stay(String team, Instant from, Instant to, int events) {}

    static List<RealJourney> all() throws IOException {
        var times = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");
        var items = new LinkedHashMap<String, List<Event>>();
        try (var lines =
                new BufferedReader(new InputStreamReader(RealLog.csv(), StandardCharsets.UTF_8))) {
            var header = Arrays.asList(lines.readLine().split(",", -1));
            for (String line; (line = lines.readLine()) != null; ) {
                var cells = line.split(",", -1);
                items.computeIfAbsent(cells[header.indexOf("number")], i -> new ArrayList<>())
                        .add(
                                new Event(
                                        LocalDateTime.parse(
                                                        cells[header.indexOf("sys_updated_at")],
                                                        times)
                                                .toInstant(ZoneOffset.UTC),
                                        cells[header.indexOf("incident_state")],
                                        known(cells[header.indexOf("assignment_group")]),
                                        known(cells[header.indexOf("category")]),
                                        cells[header.indexOf("made_sla")].equals("true")));
            }
        }
        return items.values().stream().map(RealJourney::of).toList();
    }

    private static RealJourney of(List<Event> events) {
        events.sort(Comparator.comparing(Event::at)); // stable
        var stays = new ArrayList<Stay>();
        for (var event : events) {
            if (event.team() == null) {
                continue;
            }
            var last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
            if (last != null && last.team().equals(event.team())) {
                stays.set(
                        stays.size() - 1,
                        new Stay(last.team(), last.from(), event.at(), last.events() + 1));
            } else {
                stays.add(new Stay(event.team(), event.at(), event.at(), 1));
            }
        }
        return new RealJourney(events, stays);
    }

    Instant first() {
        return events.get(0).at();
    }

    Instant last() {
        return events.get(events.size() - 1).at();
    }

    boolean done() {
        return events.get(events.size() - 1).state().equals("Closed");
    }

    boolean slaMet() {
        return events.get(events.size() - 1).slaMet();
    }

    /** The last one that is known. */
    String type() {
        String type = null;
        for (var event : events) {
            type = event.type() == null ? type : event.type();
        }
        return type;
    }

    Set<String> teams() {
        return stays.stream().map(Stay::team).collect(Collectors.toSet());
    }

    long pingPongs() {
        var count = 0L;
        for (var i = 2; i < stays.size(); i++) {
            count += stays.get(i).team().equals(stays.get(i - 2).team()) ? 1 : 0;
        }
        return count;
    }

    private static String known(String value) {
        return value.equals("?") ? null : value;
    }
}
