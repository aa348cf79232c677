package io.jointly.catalog.valuestream;

import io.jointly.kit.record.Tagged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        @Schema(description = "Strategy theme it serves", nullable = true) String theme,
        @Schema(description = "Whom it serves", nullable = true) String customers,
        @Schema(description = "Codes of the departments that own it together, as equals")
                List<String> owners,
        @Schema(description = "Codes of the services it runs through") List<String> services,
        List<StageView> stages,
        @Schema(description = "How the states of its work are classed")
                Map<String, StateClass> states,
        StreamMap derived,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {}
