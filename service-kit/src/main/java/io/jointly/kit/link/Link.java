package io.jointly.kit.link;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A typed reference to a record of any service, written {@code kind:reference}. */
@Schema(
        type = SchemaType.STRING,
        pattern = Link.PATTERN,
        maxLength = 120,
        description = "Typed reference, kind:reference",
        examples = "decision:DEC-7")
public record Link(String kind, String reference) {
    static final String PATTERN = "[a-z][a-z-]{1,39}:[A-Za-z0-9][A-Za-z0-9_.-]{0,79}";
    private static final Pattern VALID = Pattern.compile(PATTERN);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Link parse(String text) {
        if (!VALID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "is not a link of the form kind:reference, for instance decision:DEC-7");
        }
        var colon = text.indexOf(':');
        return new Link(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    @JsonValue
    public String toString() {
        return kind + ":" + reference;
    }
}
