package io.jointly.catalog.eventlog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which column of a CSV file, or which attribute of a XES log, holds which field of an event. */
@Schema(
        name = "FieldMapping",
        description =
                """
                Which column of a CSV file, or which attribute of a XES log, holds which field of an event. For CSV each value is a column's name in the header line; `workItem`, `occurredAt` and `activity` are needed. \
                For XES each value is an attribute's key, which is looked for at the event and then at its trace (`trace:` or `event:` before it asks one of them only); what is absent has the standard key, and an empty text leaves the field out.
                """)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = false)
public record FieldMapping(
        @Schema(
                        description =
                                "CSV: needed. XES: of the trace unless it begins with `event:`; `concept:name` when absent",
                        examples = "number")
                String workItem,
        @Schema(
                        description = "CSV: needed. XES: `time:timestamp` when absent",
                        examples = "sys_updated_at")
                String occurredAt,
        @Schema(
                        description = "CSV: needed. XES: `concept:name` of the event when absent",
                        examples = "incident_state")
                String activity,
        String eventId,
        @Schema(examples = "sys_mod_count") String sequence,
        String state,
        String department,
        @Schema(description = "XES: `org:group` when absent", examples = "assignment_group")
                String team,
        @Schema(description = "XES: `org:resource` when absent", examples = "assigned_to")
                String actor,
        @Schema(examples = "category") String type,
        @Schema(
                        description = "Column or attribute with true/false, yes/no or 1/0",
                        examples = "made_sla")
                String slaMet,
        @Schema(
                        description =
                                "Further columns or attributes to keep, 100 at most; a nested attribute of XES is `key.sub`",
                        examples = "[\"priority\"]")
                List<String> attributes,
        @Schema(
                        description = "Values that mean: no value; an empty one always does",
                        examples = "[\"?\"]")
                Set<String> noValue,
        @Schema(
                        description =
                                "Form of the times as java.time.format.DateTimeFormatter has it; ISO 8601 when absent",
                        examples = "d/M/uuuu HH:mm")
                String timeFormat,
        @Schema(
                        description =
                                "IANA time zone of times that name no offset. A time that the change to summer time leaves out counts as much later as the clock was put forward; of a time that comes twice in autumn the first is meant.",
                        defaultValue = "UTC")
                String timeZone,
        @Schema(
                        description =
                                "CSV: the one character between cells; a first line `sep=;` says it as well",
                        defaultValue = ",")
                String delimiter,
        @Schema(
                        description =
                                "CSV: character set, unless a byte order mark or the Content-Type says another",
                        enumeration = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"},
                        defaultValue = "UTF-8")
                String charset,
        @Schema(
                        description =
                                "XES: take only events of these `lifecycle:transition`s (an event without one counts as complete); all when absent",
                        examples = "[\"complete\"]")
                List<String> lifecycle,
        @Schema(
                        description =
                                "XES: for a log in which every trace has ended. The last event of a trace puts its work item into this state; class it as done in the stream and the items are done.",
                        examples = "Closed")
                String endState,
        @Schema(
                        description =
                                "XES: whether values that the log declares with `<global>` stand in for attributes that neither event nor trace has. They are placeholders such as UNKNOWN in most logs, so not unless asked.",
                        defaultValue = "false")
                Boolean globals) {

    static final int MOST_ATTRIBUTES = 100;

    public FieldMapping {
        attributes = attributes == null ? List.of() : List.copyOf(attributes);
        noValue = noValue == null ? Set.of() : Set.copyOf(noValue);
        lifecycle = lifecycle == null ? List.of() : List.copyOf(lifecycle);
    }

    /** Nothing said: what XES needs no more than. */
    static FieldMapping none() {
        return new FieldMapping(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    /**
     * A mapping as requests give it and sources keep it; whether it fits a format is not asked yet.
     *
     * @throws BodyProblem.Mapping when it is not JSON, or not a mapping
     */
    public static FieldMapping parse(ObjectMapper json, String text) {
        try {
            var mapping = json.readValue(text, FieldMapping.class);
            if (mapping == null) {
                throw new BodyProblem.Mapping("", "is not a JSON object");
            }
            return mapping;
        } catch (JsonMappingException e) {
            var field = e.getPath().isEmpty() ? "" : "/" + e.getPath().get(0).getFieldName();
            throw new BodyProblem.Mapping(
                    field,
                    e instanceof com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException
                            ? "is not a field of a mapping"
                            : "has the wrong type");
        } catch (JsonProcessingException e) {
            throw new BodyProblem.Mapping("", "is not JSON");
        }
    }

    /** Refuses what cannot be meant for CSV. */
    FieldMapping checkedForCsv() {
        require("/workItem", workItem);
        require("/occurredAt", occurredAt);
        require("/activity", activity);
        refuse("/lifecycle", !lifecycle.isEmpty(), "is for XES only");
        refuse("/endState", endState != null, "is for XES only");
        refuse("/globals", globals != null, "is for XES only");
        refuse(
                "/delimiter",
                delimiter != null && (delimiter.length() != 1 || "\"\r\n".contains(delimiter)),
                "is not one character that can separate cells");
        refuse(
                "/charset",
                charset != null && Charsets.named(charset).isEmpty(),
                "is none of " + Charsets.NAMES);
        return checked();
    }

    /** Refuses what cannot be meant for XES. */
    FieldMapping checkedForXes() {
        refuse("/delimiter", delimiter != null, "is for CSV only");
        refuse("/charset", charset != null, "is for CSV only; XML says it itself");
        refuse("/workItem", "".equals(workItem), "cannot be left out; every event has it");
        refuse("/occurredAt", "".equals(occurredAt), "cannot be left out; every event has it");
        refuse("/activity", "".equals(activity), "cannot be left out; every event has it");
        refuse(
                "/endState",
                endState != null && (endState.isBlank() || endState.length() > 200),
                "has 1 to 200 characters");
        return checked();
    }

    private FieldMapping checked() {
        refuse(
                "/attributes",
                attributes.size() > MOST_ATTRIBUTES,
                "has more than " + MOST_ATTRIBUTES + " entries");
        times();
        return this;
    }

    private static void require(String pointer, String column) {
        refuse(pointer, column == null || column.isBlank(), "is missing; every event has it");
    }

    private static void refuse(String pointer, boolean wrong, String because) {
        if (wrong) {
            throw new BodyProblem.Mapping(pointer, because);
        }
    }

    Times times() {
        return Times.of(timeFormat, timeZone);
    }

    /** The mapping fitted to the header line of a file. */
    CsvRow fit(List<String> header) {
        var places = new LinkedHashMap<String, List<Integer>>();
        for (var i = 0; i < header.size(); i++) {
            places.computeIfAbsent(header.get(i), name -> new ArrayList<>()).add(i);
        }
        var extra = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < attributes.size(); i++) {
            extra.put(attributes.get(i), place(places, "/attributes/" + i, attributes.get(i)));
        }
        return new CsvRow(
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
                times());
    }

    private static int place(Map<String, List<Integer>> places, String pointer, String column) {
        if (column == null || column.isEmpty()) {
            return -1;
        }
        var found = places.getOrDefault(column, List.of());
        refuse(
                pointer,
                found.isEmpty(),
                "names the column '%s', which the header line does not have; it has %s"
                        .formatted(column, String.join(", ", places.keySet())));
        refuse(
                pointer,
                found.size() > 1,
                "names the column '%s', which the header line has %d times; give each its own name"
                        .formatted(column, found.size()));
        return found.get(0);
    }
}
