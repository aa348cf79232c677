package io.jointly.kit.journal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change as CloudEvents 1.0 writes it (structured mode, JSON). */
@JsonIgnoreProperties(ignoreUnknown = true) // a newer service may say more
@Schema(description = "A change as CloudEvents 1.0 writes it.")
public record CloudEvent(
        @Schema(examples = "1.0") String specversion,
        @Schema(description = "Unique within the source; the same when sent again") String id,
        @Schema(examples = "/api/okr/v1") String source,
        @Schema(examples = "io.jointly.okr.objective.accepted") String type,
        @Schema(examples = "objective:OBJ-1") String subject,
        Instant time,
        @Schema(examples = "application/json") String datacontenttype,
        @Schema(description = "W3C trace of the change") String traceparent,
        @Schema(description = "Account that acted") String actor,
        @Schema(type = SchemaType.OBJECT, description = "The record's view after the change")
                JsonNode data) {

    /** The change's place in its feed. */
    long position() {
        return Long.parseLong(id);
    }
}
