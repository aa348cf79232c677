package io.jointly.catalog.eventlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;

/** Chooses how a body is read: by its media type and the mapping that came with it. */
@ApplicationScoped
public class EventReaders {
    private final ObjectMapper json;

    EventReaders(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The format that a Content-Type names.
     *
     * @throws NotSupportedException when it names none of them, or there is none
     */
    public EventFormat format(String contentType) {
        if (contentType == null) {
            throw new NotSupportedException(); // the framework lets a body of no type through
        }
        return EventFormat.of(MediaType.valueOf(contentType));
    }

    /**
     * A reader for one body, which refuses a body that its mapping matches nothing of.
     *
     * @param mapping null when neither the request nor its source has one
     * @throws BodyProblem when the mapping does not fit the format, or the character set is unknown
     */
    public EventReader reader(String contentType, FieldMapping mapping) {
        var format = format(contentType);
        var charset =
                format == EventFormat.CSV ? Charsets.of(MediaType.valueOf(contentType)) : null;
        var reader = reader(format, format.checked(mapping), charset);
        return (in, sink) -> {
            var sane = new SaneEvents(sink, Clock.systemUTC());
            reader.readAll(in, sane);
            if (format.isMapped()) {
                sane.requireSome(format.whatIsMapped());
            }
        };
    }

    private EventReader reader(EventFormat format, FieldMapping mapping, String charset) {
        return switch (format) {
            case NDJSON -> new NdjsonEvents(json);
            case CSV -> new CsvEvents(mapping, charset);
            case XES -> new XesEvents(mapping);
        };
    }

    /**
     * The mapping that a request brings as text; null when it brings none.
     *
     * @throws BodyProblem.Mapping when it is not a mapping
     */
    public FieldMapping mapping(EventFormat format, String text) {
        if (text == null) {
            return null;
        }
        if (!format.isMapped()) {
            throw StandardProblem.invalidParameter(
                    "mapping", "is for CSV and XES; NDJSON has the fields' own names");
        }
        return FieldMapping.parse(json, text);
    }
}
