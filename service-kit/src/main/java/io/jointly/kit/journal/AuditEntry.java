package io.jointly.kit.journal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change as the audit trail shows it. */
@Schema(description = "One change: who, when, what before and after, on whose behalf.")
public record AuditEntry(
        @Schema(description = "Place in the trail; without gaps, in the order of commits")
                long position,
        Instant at,
        @Schema(description = "Account that acted", examples = "head-hr") String actor,
        @Schema(description = "Account whose act it follows from", nullable = true)
                String onBehalfOf,
        @Schema(description = "Application that was used", examples = "gateway") String client,
        @Schema(examples = "objective.accepted") String action,
        @Schema(examples = "objective:OBJ-1") String subject,
        @JsonRawValue
                @Schema(type = SchemaType.OBJECT, nullable = true, description = "View before")
                String before,
        @JsonRawValue @Schema(type = SchemaType.OBJECT, nullable = true, description = "View after")
                String after,
        @Schema(description = "Lower-case hexadecimal SHA-256 over this row and the one before")
                String hash) {}
