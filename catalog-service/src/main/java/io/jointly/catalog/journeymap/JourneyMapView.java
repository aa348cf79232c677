package io.jointly.catalog.journeymap;

import io.jointly.kit.paging.Tabular;
import io.jointly.kit.record.Tagged;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A journey map as callers see it. */
@Schema(name = "JourneyMap", description = "What customers go through in a stream.")
public record JourneyMapView(
        @Schema(examples = "employee-onboarding") String stream,
        @Schema(description = "The steps in the order in which customers go through them")
                List<JourneyStepView> steps,
        Derived derived,
        @Schema(description = "Version that the ETag names; 0 as long as no map was drawn")
                long version,
        @Schema(nullable = true) Instant updatedAt)
        implements Tagged, Tabular {

    /** What the steps come to. */
    @Schema(name = "JourneyDerived", description = "What the steps come to.")
    public record Derived(
            @Schema(
                            description =
                                    "Mean effort score over the steps that have one, 1 to 7, lower is easier; null without any",
                            nullable = true,
                            examples = "3.85")
                    BigDecimal meanEffort,
            @Schema(
                            description =
                                    "Key of the step with the highest effort score, the first of several; null without any",
                            nullable = true,
                            examples = "first-day")
                    String hardestStep,
            @Schema(
                            description =
                                    "Mean share of self-service over the steps that have one; null without any",
                            nullable = true,
                            examples = "0.41")
                    BigDecimal meanSelfService) {

        static Derived of(List<JourneyStepView> steps) {
            return new Derived(
                    mean(steps.stream().map(JourneyStepView::effort).toList(), 2),
                    steps.stream()
                            .filter(step -> step.effort() != null)
                            // The first of equals: max() would give the last.
                            .min(Comparator.comparing(JourneyStepView::effort).reversed())
                            .map(JourneyStepView::key)
                            .orElse(null),
                    mean(steps.stream().map(JourneyStepView::selfService).toList(), 4));
        }

        private static BigDecimal mean(List<BigDecimal> values, int digits) {
            var known = values.stream().filter(Objects::nonNull).toList();
            return known.isEmpty()
                    ? null
                    : known.stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(BigDecimal.valueOf(known.size()), digits, RoundingMode.HALF_UP);
        }
    }

    static JourneyMapView of(
            String stream, List<JourneyStepView> steps, long version, Instant updatedAt) {
        return new JourneyMapView(stream, steps, Derived.of(steps), version, updatedAt);
    }

    /** Rows of its CSV. */
    @Override
    public List<?> items() {
        return steps;
    }
}
