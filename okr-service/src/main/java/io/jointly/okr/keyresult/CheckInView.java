package io.jointly.okr.keyresult;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A check-in as callers see it. */
@Schema(name = "CheckIn", description = "What was seen of a key result at a moment; kept for good.")
public record CheckInView(
        @Schema(
                        description = "Null only while a bound measure has no value yet",
                        nullable = true,
                        examples = "0.0713")
                BigDecimal value,
        @Schema(
                        description =
                                "How sure the owners are to reach the target, 0 to 10; a measure has none",
                        nullable = true,
                        minimum = "0",
                        maximum = "10",
                        examples = "6")
                Integer confidence,
        @Schema(nullable = true, examples = "The joint triage began to bite in week two.")
                String comment,
        Instant at,
        @Schema(
                        description = "Name of the head who checked in, or the measure",
                        examples = "Ines Okafor")
                String by,
        @Schema(description = "`person`, or `measure` when a bound measure checked itself in")
                Source source) {}
