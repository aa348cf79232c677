package io.jointly.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a JSON value may be at most, so that it can be stored, written again, and reckoned with. */
final class Bounds {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final int MOST_DIGITS = 100;

    private Bounds() {}

    static Module module() {
        return new SimpleModule("bounds")
                .addDeserializer(String.class, new PlainText())
                .addKeyDeserializer(String.class, new PlainKey())
                .addDeserializer(BigDecimal.class, new SaneNumber())
                .addDeserializer(
                        Instant.class,
                        new Time<>(
                                Instant.class,
                                text -> OffsetDateTime.parse(text).toInstant(),
                                Bounds::within,
                                "is not an RFC 3339 instant, for instance 2026-01-31T09:30:00Z"))
                .addDeserializer(
                        LocalDate.class,
                        new Time<>(
                                LocalDate.class,
                                LocalDate::parse,
                                date -> within(date.atStartOfDay().toInstant(ZoneOffset.UTC)),
                                "is not a date, for instance 2026-01-31"))
                // A bare number could be seconds or anything.
                .addDeserializer(
                        Duration.class,
                        new Time<>(
                                Duration.class,
                                Duration::parse,
                                Bounds::within,
                                "is not an ISO 8601 duration, for instance PT16H"));
    }

    /** The four-digit years of RFC 3339. */
    static boolean within(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }

    /** What lies between two such instants, at most. */
    static boolean within(Duration duration) {
        return duration.abs().compareTo(Duration.between(FIRST, LAST)) <= 0;
    }

    /** 1e999999999 is short to send and endless to write out. */
    static boolean within(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    /** PostgreSQL cannot hold NUL, and half a surrogate pair is no character at all. */
    static boolean isText(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\0') {
                return false;
            }
            if (Character.isSurrogate(c)) {
                var paired =
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static final class PlainText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        PlainText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (!isText(text)) {
                throw refused(parser, "holds characters that are no text");
            }
            return text;
        }
    }

    private static final class PlainKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            if (!isText(key)) {
                throw refused(context.getParser(), "has a name with characters that are no text");
            }
            return key;
        }
    }

    private static final class SaneNumber extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        SaneNumber() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            }
            var number = parser.getDecimalValue();
            if (!within(number)) {
                throw refused(parser, "has too many digits");
            }
            return number;
        }
    }

    private static final class Time<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reader;
        private final transient Predicate<T> sane;
        private final String reason;

        Time(Class<T> type, Function<String, T> reader, Predicate<T> sane, String reason) {
            super(type);
            this.reader = reader;
            this.sane = sane;
            this.reason = reason;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    var value = reader.apply(parser.getText());
                    if (sane.test(value)) {
                        return value;
                    }
                } catch (DateTimeException e) {
                    // answered below, the same as out of bounds
                }
            }
            throw refused(parser, reason);
        }
    }

    /** ProblemMappers shows the cause's words and the place. */
    private static JsonMappingException refused(JsonParser parser, String reason) {
        return JsonMappingException.from(parser, reason, new IllegalArgumentException(reason));
    }
}
