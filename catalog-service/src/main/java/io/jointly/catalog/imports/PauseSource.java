package io.jointly.catalog.imports;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish to take nothing from a source for a while. */
@Schema(description = "Why nothing is to be taken from a source for a while.")
public record PauseSource(
        @Size(max = 300)
                @Schema(
                        description = "Shown to whoever sends events from it meanwhile",
                        nullable = true,
                        examples = "Sends each night twice")
                String reason) {}
