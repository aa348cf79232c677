package io.jointly.catalog.journeymap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whole journey map. */
@Schema(description = "A whole journey map.")
public record DrawJourneyMap(
        @NotNull
                @Size(max = 50)
                @Schema(description = "The steps in the order in which customers go through them")
                List<@NotNull @Valid JourneyStepView> steps) {}
