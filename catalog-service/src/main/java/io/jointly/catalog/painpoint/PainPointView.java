package io.jointly.catalog.painpoint;

import io.jointly.kit.record.Tagged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pain point as callers see it. */
@Schema(name = "PainPoint", description = "What hurts in a stream, and what its owners say to it.")
public record PainPointView(
        @Schema(examples = "PAIN-3") String ref,
        @Schema(examples = "employee-onboarding") String stream,
        @Schema(examples = "New colleagues sit without access for three days") String title,
        String description,
        @Schema(description = "Key of the stage where it hurts", nullable = true) String stage,
        @Schema(description = "Key of the journey step where it hurts", nullable = true)
                String journeyStep,
        @Schema(description = "Code of the department that reports it", nullable = true)
                String department,
        @Schema(description = "Who reports it", examples = "Noor Jansen") String reportedBy,
        @Schema(
                        description =
                                "`open`, `acknowledged`, `answered`, or `improvement`: answered and turned into one")
                PainPointState state,
        @Schema(description = "Promised moment of the first response") Instant respondBy,
        @Schema(description = "Promised moment of the answer") Instant answerBy,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "From the report to the first response (acknowledgement or answer); null as long as there is none",
                        nullable = true)
                Duration timeToFirstResponse,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "From the report to the answer; null as long as there is none",
                        nullable = true)
                Duration timeToAnswer,
        @Schema(nullable = true) Act acknowledgement,
        @Schema(nullable = true) Answer answer,
        @Schema(nullable = true) Improvement improvement,
        @Schema(description = "Version that the ETag names") long version,
        @Schema(description = "When it was reported") Instant createdAt,
        Instant updatedAt)
        implements Tagged {

    /** That a department took notice. */
    @Schema(name = "PainPointAcknowledgement", description = "That a department took notice.")
    public record Act(String department, String by, Instant at) {}

    /** What a department answered. */
    @Schema(name = "PainPointAnswer", description = "What a department answered.")
    public record Answer(String text, String department, String by, Instant at) {}

    /** What came of it. */
    @Schema(name = "PainPointImprovement", description = "The improvement that came of it.")
    public record Improvement(
            String title,
            @Schema(description = "Who sees to it, in words") String owner,
            @Schema(description = "By when", nullable = true) LocalDate due,
            @Schema(
                            description = "The improvement where it is kept",
                            nullable = true,
                            examples = "improvement:IMP-7")
                    String link) {}
}
