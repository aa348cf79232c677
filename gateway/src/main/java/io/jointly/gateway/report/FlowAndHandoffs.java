package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The report; a part that is missing is named, and why. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "FlowAndHandoffs",
        title = "Flow and handoffs",
        description = "How work flows through a value stream, and where it is handed on.")
public record FlowAndHandoffs(
        @Schema(
                        title = "Code of the value stream",
                        description = "Code of the stream",
                        examples = "it-incidents",
                        extensions = @Extension(name = StreamPart.SHOWN_BY, value = "stream"))
                String code,
        @Schema(
                        title = "By team or department",
                        description = "Who carries work: teams or departments",
                        enumeration = {"team", "department"},
                        examples = "team")
                String level,
        @Schema(
                        title = "Begin",
                        description =
                                "Begin of the period as it was asked for, an instant (RFC 3339) or a date; null when none was",
                        pattern = FlowQuestion.MOMENT,
                        examples = "2026-01-01",
                        nullable = true)
                String from,
        @Schema(
                        title = "End",
                        description =
                                "End of the period as it was asked for, an instant (RFC 3339) or a date; null when none was",
                        pattern = FlowQuestion.MOMENT,
                        examples = "2026-04-01",
                        nullable = true)
                String to,
        @Schema(
                        title = "Value stream",
                        description = "The stream; null when it is one of the missing parts",
                        nullable = true)
                StreamPart stream,
        @Schema(
                        title = "Flow",
                        description = "Its flow; null when it is one of the missing parts",
                        nullable = true)
                FlowPart flow,
        @Schema(
                        title = "Handoffs",
                        description = "Its handoffs; null when they are one of the missing parts",
                        nullable = true)
                HandoffsPart handoffs,
        @Schema(
                        title = "Missing parts",
                        description = "Parts that are missing; empty when the report is whole")
                List<Missing> partial,
        @Schema(title = "Composed at", description = "When it was composed") Instant generatedAt) {

    /** A part that could not be had. */
    @Schema(
            name = "MissingPart",
            title = "Missing part",
            description = "A part of the report that could not be had.")
    public record Missing(
            @Schema(title = "Part", description = "Which part", examples = "handoffs") String part,
            @Schema(
                            title = "Kind of reason",
                            description =
                                    "Why, for programs: the service did not answer in time, has been failing and is left alone, cannot be reached, or refused",
                            enumeration = {
                                "no-answer-in-time",
                                "left-alone",
                                "unreachable",
                                "refused"
                            },
                            examples = "no-answer-in-time")
                    String code,
            @Schema(
                            title = "Reason",
                            description = "Why",
                            examples = "The catalog service did not answer in time.")
                    String reason) {}
}
