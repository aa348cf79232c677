package io.jointly.catalog.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jointly.catalog.eventlog.EventFormat;
import io.jointly.catalog.eventlog.FieldMapping;
import io.jointly.kit.record.Tagged;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source of events as callers see it. */
@Schema(name = "EventSource", description = "Where events of a stream come from.")
public record SourceView(
        @Schema(description = "Code of the stream", examples = "it-incidents") String stream,
        @Schema(description = "Unique within the stream", examples = "servicenow") String name,
        @Schema(
                        description =
                                "`open`, `paused` (nothing is taken until it is resumed) or `closed` (gone, but for its history)",
                        enumeration = {"open", "paused", "closed"})
                String state,
        @Schema(
                        description =
                                "What its bodies are; null when nobody has said, and each import says so itself",
                        nullable = true)
                EventFormat format,
        @Schema(description = "Which column or attribute holds which field", nullable = true)
                FieldMapping mapping,
        @Schema(description = "What people should know of it", nullable = true) String note,
        @Schema(description = "Who paused it and when; null when it is not", nullable = true)
                Stop paused,
        @Schema(description = "Who closed it and when; null when it is not", nullable = true)
                Stop closed,
        @Schema(description = "What has come from it") Totals totals,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {

    /** Who stopped it, and when. */
    @Schema(name = "EventSourceStop", description = "Who stopped a source, and when.")
    public record Stop(
            Instant at,
            @Schema(description = "Account", examples = "head-it") String by,
            @Schema(nullable = true, examples = "Sends each night twice") String reason) {}

    /** What has come from it so far. */
    @Schema(name = "EventSourceTotals", description = "What has come from a source so far.")
    public record Totals(
            @Schema(description = "Number of imports", examples = "12") long imports,
            @Schema(
                            description =
                                    "Events that were new, but for those of imports taken back",
                            examples = "141712")
                    long accepted,
            @Schema(description = "Events that were there already") long duplicate,
            @Schema(description = "Lines left out") long rejected,
            @JsonProperty("lastImport")
                    @Schema(
                            description = "Reference of the latest import",
                            nullable = true,
                            examples = "IMP-3")
                    String lastImport,
            @Schema(description = "When the latest import ended", nullable = true)
                    Instant lastImportAt) {}
}
