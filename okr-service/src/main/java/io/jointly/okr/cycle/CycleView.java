package io.jointly.okr.cycle;

import io.jointly.kit.record.Tagged;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cycle as callers see it. */
@Schema(name = "Cycle", description = "A stretch of time that objectives are set for.")
public record CycleView(
        @Schema(examples = "2026-q4") String code,
        @Schema(examples = "Fourth quarter of 2026") String name,
        @Schema(description = "First day", examples = "2026-10-01") LocalDate start,
        @Schema(description = "Last day", examples = "2026-12-31") LocalDate end,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {}
