package io.jointly.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where in the request something is wrong, and what.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, when the body is at fault
 * @param parameter name of the path, query or header parameter, when that is at fault
 * @param detail what is wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where in the request something is wrong, and what.")
public record FieldError(
        @Schema(description = "JSON Pointer into the body", examples = "/title") String pointer,
        @Schema(description = "Name of the parameter or header", examples = "limit")
                String parameter,
        @Schema(description = "What is wrong", examples = "must not be blank") String detail) {

    public static FieldError at(String pointer, String detail) {
        return new FieldError(pointer, null, detail);
    }

    public static FieldError parameter(String name, String detail) {
        return new FieldError(null, name, detail);
    }

    /**
     * A field's name as a step of a JSON Pointer: RFC 6901 writes slash and tilde in its own way.
     */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
