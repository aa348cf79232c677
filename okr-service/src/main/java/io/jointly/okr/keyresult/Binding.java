package io.jointly.okr.keyresult;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ties a key result to a live measure of a value stream in catalog. */
@Schema(
        description =
                "Ties a key result to a live measure of a value stream; it then checks itself in whenever catalog measured anew.")
public record Binding(
        @NotNull
                @Size(max = 160)
                @Pattern(
                        regexp = Binding.PATTERN,
                        message =
                                "must name a measure of a value stream, such as value-stream:it-incidents/ping-pong-share")
                @Schema(
                        description = "Value stream and measure",
                        examples = "value-stream:it-incidents/ping-pong-share")
                String measure) {
    static final String PATTERN =
            "value-stream:[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String KIND = "value-stream:";

    static Binding of(String subject, String measure) {
        return new Binding(subject + "/" + measure);
    }

    /** The stream as the change feed names it: {@code value-stream:it-incidents}. */
    String subject() {
        return measure.substring(0, measure.indexOf('/'));
    }

    public String stream() {
        return subject().substring(KIND.length());
    }

    public String code() {
        return measure.substring(measure.indexOf('/') + 1);
    }
}
