package io.jointly.kit.journal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Outcome of following the hash chain from its beginning to its head. */
@Schema(description = "Outcome of following the hash chain from its beginning to its head.")
public record AuditVerification(
        boolean intact,
        @Schema(description = "Entries looked at") long entries,
        @Schema(description = "First position that does not fit; null when intact", nullable = true)
                Long firstBroken) {}
