package io.jointly.catalog.eventlog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Places of the fields in a row of CSV; -1 where not mapped. */
record CsvRow(
        int workItem,
        int eventId,
        int occurredAt,
        int sequence,
        int activity,
        int state,
        int department,
        int team,
        int actor,
        int type,
        int slaMet,
        Map<String, Integer> attributes,
        Set<String> noValue,
        Times times) {

    WorkItemEvent event(List<String> cells) {
        var extra = new LinkedHashMap<String, String>();
        attributes.forEach(
                (name, place) -> {
                    var value = text(cells, place);
                    if (value != null) {
                        extra.put(name, value);
                    }
                });
        return new WorkItemEvent(
                text(cells, workItem),
                text(cells, eventId),
                times.read("occurredAt", text(cells, occurredAt)),
                FieldValues.number("sequence", text(cells, sequence)),
                text(cells, activity),
                text(cells, state),
                text(cells, department),
                text(cells, team),
                text(cells, actor),
                text(cells, type),
                FieldValues.flag("slaMet", text(cells, slaMet)),
                extra);
    }

    private String text(List<String> cells, int place) {
        if (place < 0) {
            return null;
        }
        var value = cells.get(place);
        return value.isEmpty() || noValue.contains(value) ? null : value;
    }
}
