package io.jointly.catalog.reference;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;

/** A duration as ISO 8601 writes it; a bare number, which could be seconds or anything, is none. */
public class WrittenDuration extends StdScalarDeserializer<Duration> {
    private static final long serialVersionUID = 1L;
    private static final String REASON = "is not an ISO 8601 duration, for instance PT2H or P3D";

    public WrittenDuration() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return Duration.parse(parser.getText());
            } catch (DateTimeException e) {
                // answered below, the same as what is no text
            }
        }
        throw JsonMappingException.from(parser, REASON, new IllegalArgumentException(REASON));
    }
}
