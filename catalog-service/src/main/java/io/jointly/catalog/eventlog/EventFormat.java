package io.jointly.catalog.eventlog;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;

/** What form events come in. */
public enum EventFormat {
    @JsonProperty("ndjson")
    NDJSON("application", "x-ndjson", "fields"),
    @JsonProperty("csv")
    CSV("text", "csv", "columns"),
    @JsonProperty("xes")
    XES("application", "xes+xml", "attributes");

    private final MediaType type;
    private final String whatIsMapped;

    EventFormat(String type, String subtype, String whatIsMapped) {
        this.type = new MediaType(type, subtype);
        this.whatIsMapped = whatIsMapped;
    }

    static EventFormat of(MediaType type) {
        return Arrays.stream(values())
                .filter(format -> format.type.isCompatible(type))
                .findFirst()
                .orElseThrow(NotSupportedException::new);
    }

    /** Whether fields have to be found in it; NDJSON has their own names. */
    public boolean isMapped() {
        return this != NDJSON;
    }

    String whatIsMapped() {
        return whatIsMapped;
    }

    /**
     * The mapping to read it by.
     *
     * @param mapping null when there is none, which is enough for XES and NDJSON
     * @throws BodyProblem.Mapping when no body of this format can be read by it
     */
    public FieldMapping checked(FieldMapping mapping) {
        return switch (this) {
            case NDJSON -> mapping;
            case XES -> (mapping == null ? FieldMapping.none() : mapping).checkedForXes();
            case CSV -> {
                if (mapping == null) {
                    throw new BodyProblem.Mapping(
                            "",
                            "is missing; CSV needs the parameter `mapping` with a JSON object such as {\"workItem\":\"number\",\"occurredAt\":\"updated_at\",\"activity\":\"state\"}, or a source that keeps one");
                }
                yield mapping.checkedForCsv();
            }
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
