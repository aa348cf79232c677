package io.jointly.catalog.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which column of a CSV file holds which field of an event. */
@Schema(
        name = "ColumnMapping",
        description =
                "Which column of a CSV file holds which field of an event; each value is a column's name in the header line.")
public record ColumnMapping(
        @Schema(required = true, examples = "number") String workItem,
        @Schema(required = true, examples = "sys_updated_at") String occurredAt,
        @Schema(required = true, examples = "incident_state") String activity,
        String eventId,
        @Schema(examples = "sys_mod_count") String sequence,
        String state,
        String department,
        @Schema(examples = "assignment_group") String team,
        @Schema(examples = "assigned_to") String actor,
        @Schema(examples = "category") String type,
        @Schema(description = "Column with true/false, yes/no or 1/0", examples = "made_sla")
                String slaMet,
        @Schema(description = "Further columns to keep as attributes", examples = "[\"priority\"]")
                List<String> attributes,
        @Schema(
                        description = "Cells that mean: no value; an empty cell always does",
                        examples = "[\"?\"]")
                Set<String> noValue,
        @Schema(
                        description =
                                "Form of the times as java.time.format.DateTimeFormatter has it; RFC 3339 when absent",
                        examples = "d/M/uuuu HH:mm")
                String timeFormat,
        @Schema(description = "IANA time zone of times that name none", defaultValue = "UTC")
                String timeZone,
        @Schema(description = "One character between cells", defaultValue = ",") String delimiter) {

    public ColumnMapping {
        attributes = attributes == null ? List.of() : List.copyOf(attributes);
        noValue = noValue == null ? Set.of() : Set.copyOf(noValue);
        timeZone = timeZone == null ? "UTC" : timeZone;
        delimiter = delimiter == null ? "," : delimiter;
    }

    static ColumnMapping parse(ObjectMapper json, String text) {
        if (text == null || text.isBlank()) {
            throw new FlowProblem.Mapping(
                    "",
                    "is missing; CSV needs the parameter `mapping` with a JSON object such as {\"workItem\":\"number\",\"occurredAt\":\"updated_at\",\"activity\":\"state\"}");
        }
        try {
            var mapping = json.readValue(text, ColumnMapping.class);
            if (mapping == null) {
                throw new FlowProblem.Mapping("", "is not a JSON object");
            }
            mapping.check();
            return mapping;
        } catch (JsonMappingException e) {
            var field = e.getPath().isEmpty() ? "" : "/" + e.getPath().get(0).getFieldName();
            throw new FlowProblem.Mapping(
                    field,
                    e instanceof com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException
                            ? "is not a field of a mapping"
                            : "has the wrong type");
        } catch (JsonProcessingException e) {
            throw new FlowProblem.Mapping("", "is not JSON");
        }
    }

    private void check() {
        require("/workItem", workItem);
        require("/occurredAt", occurredAt);
        require("/activity", activity);
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            throw new FlowProblem.Mapping(
                    "/delimiter", "is not one character that can separate cells");
        }
        zone();
        formatter();
    }

    private static void require(String pointer, String column) {
        if (column == null || column.isBlank()) {
            throw new FlowProblem.Mapping(pointer, "is missing; every event has it");
        }
    }

    ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new FlowProblem.Mapping("/timeZone", "is no time zone of the IANA database");
        }
    }

    DateTimeFormatter formatter() {
        if (timeFormat == null) {
            return DateTimeFormatter.ISO_DATE_TIME.withZone(zone());
        }
        try {
            return DateTimeFormatter.ofPattern(timeFormat, Locale.ROOT)
                    .withZone(zone())
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new FlowProblem.Mapping(
                    "/timeFormat", "is not a form of DateTimeFormatter: " + e.getMessage());
        }
    }

    /** The mapping fitted to the header line of a file. */
    Row fit(List<String> header) {
        var places = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i), i);
        }
        var extra = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < attributes.size(); i++) {
            extra.put(attributes.get(i), place(places, "/attributes/" + i, attributes.get(i)));
        }
        return new Row(
                place(places, "/workItem", workItem),
                place(places, "/eventId", eventId),
                place(places, "/occurredAt", occurredAt),
                place(places, "/sequence", sequence),
                place(places, "/activity", activity),
                place(places, "/state", state),
                place(places, "/department", department),
                place(places, "/team", team),
                place(places, "/actor", actor),
                place(places, "/type", type),
                place(places, "/slaMet", slaMet),
                extra,
                noValue,
                formatter(),
                timeFormat == null ? "RFC 3339" : timeFormat);
    }

    private static int place(Map<String, Integer> places, String pointer, String column) {
        if (column == null) {
            return -1;
        }
        var place = places.get(column);
        if (place == null) {
            throw new FlowProblem.Mapping(
                    pointer,
                    "names the column '%s', which the header line does not have; it has %s"
                            .formatted(column, String.join(", ", places.keySet())));
        }
        return place;
    }

    /** Places of the columns; -1 where not mapped. */
    record Row(
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
            DateTimeFormatter times,
            String timeForm) {

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
                    time(text(cells, occurredAt)),
                    number(text(cells, sequence)),
                    text(cells, activity),
                    text(cells, state),
                    text(cells, department),
                    text(cells, team),
                    text(cells, actor),
                    text(cells, type),
                    flag(text(cells, slaMet)),
                    extra);
        }

        private String text(List<String> cells, int place) {
            if (place < 0) {
                return null;
            }
            var value = cells.get(place);
            return value.isEmpty() || noValue.contains(value) ? null : value;
        }

        private Instant time(String value) {
            try {
                return value == null ? null : Instant.from(times.parse(value));
            } catch (DateTimeException e) {
                throw new Rejection("occurredAt", "is not a time of the form " + timeForm);
            }
        }

        private static Long number(String value) {
            try {
                return value == null ? null : Long.valueOf(value);
            } catch (NumberFormatException e) {
                throw new Rejection("sequence", "is not a whole number");
            }
        }

        private static Boolean flag(String value) {
            if (value == null) {
                return null;
            }
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "1" -> true;
                case "false", "no", "0" -> false;
                default -> throw new Rejection("slaMet", "is neither true/false, yes/no nor 1/0");
            };
        }
    }
}
