package io.jointly.governance.decision;

import io.jointly.governance.effect.Effect;
import io.jointly.governance.link.LinkedRecord;
import io.jointly.kit.record.Tagged;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision as callers see it. */
@Schema(name = "Decision", description = "A matter decided, or to be decided, by all it affects.")
public record DecisionView(
        @Schema(examples = "DEC-1") String ref,
        @Schema(examples = "Who owns the joiner queue?") String question,
        String whyNow,
        List<Option> options,
        @Schema(description = "Codes of the departments that it affects") List<String> departments,
        DrivenBy driver,
        Method method,
        @Schema(description = "Share to be exceeded, with majority only", nullable = true)
                BigDecimal threshold,
        @Schema(description = "Share of the affected departments that must take part")
                BigDecimal quorum,
        @Schema(description = "Until when votes are taken") Instant closesAt,
        DecisionState state,
        @Schema(description = "One per department, in the order of voting") List<Vote> votes,
        @Schema(nullable = true) Outcome outcome,
        List<LinkedRecord> links,
        @Schema(
                        description = "The escalation that it was opened out of",
                        nullable = true,
                        examples = "ESC-1")
                String escalation,
        @Schema(description = "Objectives that link to it") List<String> objectives,
        @Schema(description = "What the measures of those objectives say since")
                List<Effect> effects,
        @Schema(nullable = true) LocalDate reviewOn,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {

    /** Who drives it. */
    @Schema(name = "DrivenBy", description = "Who drives the decision to its outcome.")
    public record DrivenBy(
            @Schema(examples = "it") String department,
            @Schema(examples = "Marc Lefevre") String name) {}

    /** How it ended. */
    @Schema(name = "Outcome", description = "How a decision ended.")
    public record Outcome(
            @Schema(description = "Null when nothing was decided", nullable = true, examples = "A")
                    String option,
            String text,
            Instant at,
            @Schema(examples = "Marc Lefevre") String by,
            @Schema(
                            description = "What makes it valid",
                            examples =
                                    "Valid: all 2 affected departments took part and agreed to option A; no objection stands.")
                    String validity) {}
}
