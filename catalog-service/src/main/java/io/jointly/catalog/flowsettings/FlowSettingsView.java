package io.jointly.catalog.flowsettings;

import io.jointly.kit.record.Tagged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a stream's work is read. */
@Schema(
        name = "FlowSettings",
        description = "How a stream's work is read; version 0 before anybody has set anything.")
public record FlowSettingsView(
        String stream,
        List<Rule> rules,
        @Schema(nullable = true, examples = "P3Y") String keepFor,
        @Schema(nullable = true) FlowSettingsDescription.Baseline baseline,
        @Schema(
                        description = FlowSettingsDescription.CHANGING_TYPES,
                        nullable = true,
                        examples = "[\"Change\",\"Project\"]")
                List<String> changingTypes,
        long version,
        @Schema(nullable = true) Instant updatedAt)
        implements Tagged {}
