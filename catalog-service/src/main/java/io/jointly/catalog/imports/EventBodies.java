package io.jointly.catalog.imports;

/** The media types of bodies of events, and what such a body looks like. */
final class EventBodies {
    static final String NDJSON = "application/x-ndjson";
    static final String XES = "application/xes+xml";
    static final String NDJSON_EXAMPLE =
            "{\"workItem\":\"INC0000045\",\"occurredAt\":\"2016-02-29T01:23:00Z\",\"activity\":\"New\",\"team\":\"Group 56\"}";
    static final String CSV_EXAMPLE =
            "number,updated_at,state\nINC0000045,2016-02-29T01:23:00Z,New";
    static final String XES_EXAMPLE =
            "<log xmlns=\"http://www.xes-standard.org/\"><trace><string key=\"concept:name\" value=\"case-1\"/><event><string key=\"concept:name\" value=\"Check\"/><string key=\"org:group\" value=\"Group 1\"/><date key=\"time:timestamp\" value=\"2011-10-18T09:05:12+02:00\"/></event></trace></log>";
    static final String MAPPING_EXAMPLE =
            "{\"workItem\":\"number\",\"occurredAt\":\"updated_at\",\"activity\":\"state\"}";

    private EventBodies() {}
}
