package io.jointly.catalog.valuestream;

import io.jointly.kit.record.Tagged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value stream as callers see it. */
@Schema(
        name = "ValueStream",
        description = "A value stream and the departments that own it together.")
public record ValueStreamView(
        @Schema(examples = "employee-onboarding") String code,
        @Schema(examples = "Employee onboarding") String name,
        @Schema(description = "Why it is there") String purpose,
        @Schema(description = "What its customers have in the end") String outcome,
        @Schema(
                        description =
                                "The foremost strategy theme it serves: the first of `themes`",
                        nullable = true)
                String theme,
        @Schema(description = "Strategy themes it serves, the foremost first") List<String> themes,
        @Schema(description = "Whom it serves", nullable = true) String customers,
        @Schema(description = "What sets it off") List<String> triggers,
        @Schema(description = "Codes of the departments that own it together, as equals")
                List<String> owners,
        @Schema(description = "Codes of the services it runs through") List<String> services,
        @Schema(description = "Its stages of today in order") List<StageView> stages,
        @Schema(
                        description =
                                "Its stages as its owners want them to be, in order; empty as long as no future state is drawn")
                List<FutureStageView> futureStages,
        @Schema(description = "What is to be done about the gaps, by the key of the stage")
                Map<String, GapImprovement> improvements,
        @Schema(description = "How the states of its work are classed")
                Map<String, StateClass> states,
        @Schema(description = "What the stages of today add up to") StreamMap derived,
        @Schema(
                        description =
                                "What the stages of the future state add up to; null as long as none is drawn",
                        nullable = true)
                StreamMap futureDerived,
        @Schema(
                        description =
                                "Days for which a department's confirmation of purpose and outcome stands",
                        examples = "180")
                int confirmationDays,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description = "Promised time to the first response to a pain point",
                        examples = "PT48H")
                Duration respondWithin,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description = "Promised time to the answer to a pain point",
                        examples = "PT240H")
                Duration answerWithin,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {}
