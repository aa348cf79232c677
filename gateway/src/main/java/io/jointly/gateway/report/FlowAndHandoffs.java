package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The report; a part that is missing is named, and why. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "FlowAndHandoffs",
        description = "How work flows through a value stream, and where it is handed on.")
public record FlowAndHandoffs(
        @Schema(description = "Code of the stream", examples = "it-incidents") String code,
        @Schema(
                        description = "Who carries work: teams or departments",
                        enumeration = {"team", "department"},
                        examples = "team")
                String level,
        @Schema(
                        description =
                                "Begin of the period as it was asked for, an instant (RFC 3339) or a date; null when none was",
                        pattern = FlowQuestion.MOMENT,
                        examples = "2026-01-01",
                        nullable = true)
                String from,
        @Schema(
                        description =
                                "End of the period as it was asked for, an instant (RFC 3339) or a date; null when none was",
                        pattern = FlowQuestion.MOMENT,
                        examples = "2026-04-01",
                        nullable = true)
                String to,
        @Schema(description = "The stream; null when `partial` names it", nullable = true)
                StreamPart stream,
        @Schema(description = "Its flow; null when `partial` names it", nullable = true)
                FlowPart flow,
        @Schema(description = "Its handoffs; null when `partial` names them", nullable = true)
                HandoffsPart handoffs,
        @Schema(description = "Parts that are missing; empty when the report is whole")
                List<Missing> partial,
        @Schema(description = "When it was composed") Instant generatedAt) {

    /** A part that could not be had. */
    @Schema(name = "MissingPart", description = "A part of the report that could not be had.")
    public record Missing(
            @Schema(description = "Which part", examples = "handoffs") String part,
            @Schema(description = "Why", examples = "The catalog service did not answer in time.")
                    String reason) {}
}
