package io.jointly.okr.objective;

import io.jointly.okr.reference.Code;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One owner's part of the risk and of the reward, as it is put to all owners together. */
@Schema(
        description =
                "One owner's part of the risk and of the reward, as it is put to all owners together.")
public record ProposedShare(
        @NotNull @Code @Schema(description = "One of the owners", examples = "it")
                String department,
        @NotNull
                @Min(0)
                @Max(100)
                @Schema(description = "Its part of the risk in percent", examples = "50")
                Integer riskShare,
        @NotNull
                @Min(0)
                @Max(100)
                @Schema(description = "Its part of the reward in percent", examples = "50")
                Integer rewardShare) {}
