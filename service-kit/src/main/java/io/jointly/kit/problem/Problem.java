package io.jointly.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal as RFC 9457 writes it, the same from every endpoint. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Why a request was refused (RFC 9457 problem document).")
public record Problem(
        @Schema(
                        description = "Where the kind of refusal is explained",
                        examples = "/docs/problems/stale")
                String type,
        @Schema(description = "The kind of refusal in short", examples = "Changed in the meantime")
                String title,
        @Schema(description = "HTTP status", examples = "412") int status,
        @Schema(description = "What happened this time and what to do") String detail,
        @Schema(description = "Path of the request") String instance,
        @Schema(
                        description = "Names this request in the logs of every part (W3C trace id)",
                        examples = "4bf92f3577b34da6a3ce929d0e0e4736")
                String traceId,
        @Schema(description = "The fields and parameters at fault") List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(
            String code, String title, int status, String detail, String instance) {
        return of(code, title, status, detail, instance, List.of());
    }

    public static Problem of(
            String code,
            String title,
            int status,
            String detail,
            String instance,
            List<FieldError> errors) {
        return new Problem(
                "/docs/problems/" + code,
                title,
                status,
                detail,
                instance,
                io.jointly.kit.http.Trace.currentId(),
                errors);
    }
}
