package io.jointly.catalog.painpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a stream's owners answer pain points. */
@Schema(
        name = "PainPointFigures",
        description = "How a stream's owners answer the pain points reported in a period.")
public record PainPointFiguresView(
        @Schema(examples = "employee-onboarding") String stream,
        @Schema(description = "Pain points reported in the period", examples = "14") long reported,
        @Schema(description = "Of these, in the state `open`") long open,
        long acknowledged,
        long answered,
        @Schema(description = "Of these, turned into improvements") long improvements,
        Times firstResponse,
        Times answer,
        @Schema(description = "Where it hurts: by stage, most first") List<Place> byStage,
        @Schema(description = "Where it hurts: by journey step, most first")
                List<Place> byJourneyStep,
        Instant asOf) {

    /** How long it takes, and whether as promised. */
    @Schema(name = "ResponseTimes", description = "How long it takes, and whether as promised.")
    public record Times(
            @Schema(description = "Pain points that have one", examples = "12") long given,
            @Schema(description = "Pain points that have none, though promised by now")
                    long overdue,
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description =
                                    "Median of those that have one (linear between neighbours), in whole seconds; null without any",
                            nullable = true,
                            examples = "PT19H")
                    Duration median,
            @Schema(
                            description =
                                    "Share of those that have one or are overdue which had it within the promised time, 0 to 1; those that can still be in time are left out; null without any",
                            nullable = true,
                            examples = "0.83")
                    Double withinPromise) {}

    /** How many hurt in one place. */
    @Schema(name = "PainPointPlace", description = "How many hurt in one place.")
    public record Place(
            @Schema(description = "Key of the stage or step", examples = "grant-access") String key,
            long reported,
            @Schema(description = "Of these, not answered yet") long unanswered) {}
}
