package io.jointly.catalog.eventlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Guesses from names and values which column holds which field; a person looks at it anyway. */
final class MappingGuess {
    private static final List<String> WORK_ITEM =
            List.of(
                    "number",
                    "workitem",
                    "caseid",
                    "case",
                    "ticketid",
                    "ticket",
                    "issuekey",
                    "key",
                    "incident",
                    "ref",
                    "reference",
                    "id",
                    "caseconceptname");
    private static final List<String> OCCURRED_AT =
            List.of(
                    "occurredat",
                    "sysupdatedat",
                    "updatedat",
                    "timetimestamp",
                    "timestamp",
                    "completetimestamp",
                    "eventtime",
                    "time",
                    "updated",
                    "datemod",
                    "openedat",
                    "createdat",
                    "created",
                    "date",
                    "at");
    private static final List<String> ACTIVITY =
            List.of(
                    "activity",
                    "conceptname",
                    "event",
                    "eventname",
                    "incidentstate",
                    "action",
                    "state",
                    "status",
                    "what");
    private static final List<String> EVENT_ID = List.of("eventid", "identityid", "syseventid");
    private static final List<String> SEQUENCE =
            List.of("sequence", "sysmodcount", "seq", "eventnumber");
    private static final List<String> STATE = List.of("state", "status", "incidentstate");
    private static final List<String> DEPARTMENT =
            List.of("department", "orgdepartment", "dept", "businessunit", "division");
    private static final List<String> TEAM =
            List.of(
                    "team",
                    "orggroup",
                    "assignmentgroup",
                    "supportgroup",
                    "group",
                    "groupname",
                    "queue",
                    "assignedgroup");
    private static final List<String> ACTOR =
            List.of(
                    "actor",
                    "orgresource",
                    "resource",
                    "assignedto",
                    "assignee",
                    "sysupdatedby",
                    "user",
                    "agent",
                    "author");
    private static final List<String> TYPE =
            List.of("type", "category", "issuetype", "kind", "casetype");
    private static final List<String> SLA = List.of("slamet", "madesla", "slaok", "withinsla");
    private static final Set<String> NO_VALUES =
            Set.of("?", "-", "N/A", "NULL", "null", "(null)", "None", "EMPTY");
    private static final List<String> TIME_FORMS =
            List.of(
                    "d/M/uuuu HH:mm",
                    "M/d/uuuu HH:mm",
                    "d/M/uuuu HH:mm:ss",
                    "M/d/uuuu HH:mm:ss",
                    "d-M-uuuu HH:mm",
                    "d-M-uuuu HH:mm:ss",
                    "d.M.uuuu HH:mm",
                    "d.M.uuuu HH:mm:ss",
                    "uuuu/M/d HH:mm",
                    "uuuu/M/d HH:mm:ss",
                    "uuuu/M/d HH:mm:ss.SSS",
                    "M/d/uuuu h:mm a",
                    "M/d/uuuu h:mm:ss a",
                    "d MMM uuuu HH:mm:ss",
                    "uuuuMMddHHmmss");
    private static final int MOST_ATTRIBUTES = 40;

    private final List<PreviewView.Column> columns;
    private final Set<String> used = new HashSet<>();

    private MappingGuess(List<PreviewView.Column> columns) {
        this.columns = columns;
    }

    /**
     * @param delimiter as it was found; null for XES
     * @param charset when it is not UTF-8
     */
    static FieldMapping of(
            EventFormat format,
            List<PreviewView.Column> columns,
            String delimiter,
            String charset) {
        var guess = new MappingGuess(columns);
        return format == EventFormat.XES ? guess.xes() : guess.csv(delimiter, charset);
    }

    private FieldMapping csv(String delimiter, String charset) {
        var workItem = take(WORK_ITEM);
        var occurredAt = take(OCCURRED_AT);
        var activity = take(ACTIVITY);
        var eventId = take(EVENT_ID);
        var sequence = take(SEQUENCE);
        var state = take(STATE);
        var department = take(DEPARTMENT);
        var team = take(TEAM);
        var actor = take(ACTOR);
        var type = take(TYPE);
        var slaMet = take(SLA);
        var names = columns.stream().map(PreviewView.Column::name).toList();
        return new FieldMapping(
                workItem,
                occurredAt,
                activity,
                eventId,
                sequence,
                state,
                department,
                team,
                actor,
                type,
                slaMet,
                names.stream()
                        .filter(name -> !name.isBlank() && !used.contains(name))
                        .filter(name -> names.indexOf(name) == names.lastIndexOf(name))
                        .limit(MOST_ATTRIBUTES)
                        .toList(),
                noValues(),
                timeForm(occurredAt),
                null,
                ",".equals(delimiter) ? null : delimiter,
                charset,
                null,
                null,
                null);
    }

    /** The standard keys need no mapping; what can be guessed is what has none. */
    private FieldMapping xes() {
        used.addAll(
                List.of(
                        "concept:name",
                        "time:timestamp",
                        "org:group",
                        "org:resource",
                        "trace:concept:name"));
        var department = take(DEPARTMENT);
        var type = take(TYPE);
        var team = has("org:group") ? null : take(TEAM);
        return new FieldMapping(
                null,
                null,
                null,
                null,
                null,
                null,
                department,
                team,
                null,
                type,
                take(SLA),
                List.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private boolean has(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /** The first column, by the order of the names known, that nothing else has taken. */
    private String take(List<String> known) {
        for (var name : known) {
            for (var column : columns) {
                if (plain(column.name()).equals(name)
                        && column.filled() > 0
                        && used.add(column.name())) {
                    return column.name();
                }
            }
        }
        return null;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^trace:", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private Set<String> noValues() {
        var found = new HashSet<String>();
        columns.forEach(
                column ->
                        column.samples().stream().filter(NO_VALUES::contains).forEach(found::add));
        return found;
    }

    /** The first form that every value seen has; null when that is ISO 8601, or none. */
    private String timeForm(String column) {
        var samples = new ArrayList<String>();
        columns.stream()
                .filter(c -> c.name().equals(column))
                .forEach(c -> samples.addAll(c.samples()));
        samples.removeAll(NO_VALUES);
        if (samples.isEmpty() || fits(Times.of(null, null).formatter(), samples)) {
            return null;
        }
        return TIME_FORMS.stream()
                .filter(
                        form ->
                                fits(
                                        DateTimeFormatter.ofPattern(form, Locale.ROOT)
                                                .withZone(ZoneOffset.UTC)
                                                .withResolverStyle(ResolverStyle.STRICT),
                                        samples))
                .findFirst()
                .orElse(null);
    }

    private static boolean fits(DateTimeFormatter form, List<String> samples) {
        try {
            samples.forEach(sample -> Instant.from(form.parse(sample)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
