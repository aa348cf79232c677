package io.jointly.governance.escalation;

import io.jointly.governance.link.LinkedRecord;
import io.jointly.kit.record.Tagged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An escalation as callers see it. */
@Schema(
        name = "Escalation",
        description = "A matter that departments solve together first, and that climbs only then.")
public record EscalationView(
        @Schema(examples = "ESC-1") String ref,
        @Schema(examples = "Joiner tickets bounce between two desks") String title,
        String concern,
        EscalationKind kind,
        RaisedBy raisedBy,
        @Schema(description = "Codes of the departments that are to solve it together")
                List<String> departments,
        @Schema(description = "What it is about") List<LinkedRecord> about,
        EscalationState state,
        @Schema(description = "Who has it, or had it when it was resolved") Level level,
        StepTime clock,
        @Schema(
                        description =
                                "Departments that have taken notice, by saying so or by voting on a decision out of it")
                List<Acknowledgement> acknowledgements,
        @Schema(nullable = true) Proposal proposal,
        @Schema(nullable = true) Resolution resolution,
        @Schema(nullable = true) HandedBack handBack,
        @Schema(description = "Decisions opened out of it") List<String> decisions,
        @Schema(description = "Objectives that link to it or to a decision out of it")
                List<String> objectives,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {

    /** Who raised it. */
    @Schema(name = "RaisedBy", description = "Who raised it.")
    public record RaisedBy(
            @Schema(examples = "it") String department,
            @Schema(examples = "Marc Lefevre") String name) {}

    /** The clock of the present level. */
    @Schema(
            name = "StepClock",
            description = "The clock of the level that has it, in working time.")
    public record StepTime(
            Instant startedAt,
            @Schema(description = "When it climbs to the next level") Instant dueAt,
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description = "Working time of this level",
                            examples = "PT16H")
                    Duration workingTime,
            @Schema(description = "When three quarters had passed", nullable = true)
                    Instant warnedAt,
            @Schema(
                            description = "When it came to this level; null with the peers",
                            nullable = true)
                    Instant climbedAt) {}

    /** A department has taken notice. */
    @Schema(name = "Acknowledgement", description = "A department has taken notice.")
    public record Acknowledgement(
            @Schema(examples = "hr") String department,
            @Schema(examples = "Claire Dubois") String by,
            Instant at) {}

    /** A resolution that one department proposed to the others. */
    @Schema(
            name = "Proposal",
            description = "A resolution that one department proposed to the others.")
    public record Proposal(
            String text,
            @Schema(examples = "Marc Lefevre") String by,
            @Schema(examples = "it") String department,
            Instant at,
            @Schema(description = "Departments that agree to it; all must") List<String> agreed) {}

    /** How it ended. */
    @Schema(name = "Resolution", description = "How an escalation ended.")
    public record Resolution(
            ResolutionKind kind,
            String text,
            Instant at,
            @Schema(examples = "Claire Dubois") String by) {}

    /** The sponsor gave it back to the peers. */
    @Schema(name = "HandedBack", description = "The sponsor gave it back to the peers.")
    public record HandedBack(
            String text, @Schema(examples = "Anne Moreau") String by, Instant at) {}
}
