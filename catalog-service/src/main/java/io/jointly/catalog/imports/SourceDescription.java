package io.jointly.catalog.imports;

import io.jointly.catalog.eventlog.EventFormat;
import io.jointly.catalog.eventlog.FieldMapping;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a source: how its events are read. */
@Schema(description = "What can be edited of a source: how its events are read.")
public record SourceDescription(
        @NotNull @Schema(description = "What its bodies are", examples = "csv") EventFormat format,
        @Schema(
                        description =
                                "Which column or attribute holds which field; needed for CSV, optional for XES, none for NDJSON",
                        nullable = true)
                FieldMapping mapping,
        @Size(max = 500)
                @Schema(
                        description = "What people should know of it",
                        nullable = true,
                        examples = "Nightly export, by the service desk")
                String note) {}
