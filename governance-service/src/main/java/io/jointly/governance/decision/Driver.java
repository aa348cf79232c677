package io.jointly.governance.decision;

import io.jointly.governance.reference.Code;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The department that drives a decision to its outcome. */
@Schema(description = "The department that is to drive the decision; the caller heads it.")
public record Driver(@NotNull @Code @Schema(examples = "it") String department) {}
