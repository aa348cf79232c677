package io.jointly.governance.decision;

import io.jointly.governance.reference.Code;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department's vote as it is cast, or changed. */
@Schema(
        description = "A department's vote as it is cast, or changed.",
        examples =
                "{\"department\":\"hr\",\"option\":\"A\",\"position\":\"agree\",\"reason\":\"One queue gives our people one place to ask.\"}")
public record CastVote(
        @NotNull
                @Code
                @Schema(description = "The department that the caller votes for", examples = "hr")
                String department,
        @Schema(
                        description =
                                "Code of the option: needed to agree; an objection without it is to any outcome; none with an abstention",
                        nullable = true,
                        examples = "A")
                String option,
        @NotNull Position position,
        @Size(max = 4000)
                @Schema(
                        description = "Why; an objection must say which harm is to be expected",
                        nullable = true,
                        examples = "One queue gives our people one place to ask.")
                String reason) {}
