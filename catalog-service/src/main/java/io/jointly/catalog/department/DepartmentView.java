package io.jointly.catalog.department;

import io.jointly.kit.record.Tagged;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department as callers see it. */
@Schema(name = "Department", description = "A department of the organisation.")
public record DepartmentView(
        @Schema(examples = "hr") String code,
        @Schema(examples = "Human Resources") String name,
        @Schema(description = "What it is there for") String purpose,
        @Schema(description = "What the others recognise it to be best at", nullable = true)
                String expertise,
        @Schema(description = "Code of the department above", nullable = true) String parent,
        @Schema(description = "IANA time zone of its working calendar", examples = "Europe/Paris")
                String timeZone,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {}
