package io.jointly.catalog.eventlog;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import of a body would take, as far as its beginning shows. */
@Schema(
        name = "EventPreview",
        description =
                "What an import of a body would take, as far as its beginning shows. Nothing of it is kept.")
public record PreviewView(
        EventFormat format,
        @Schema(description = "Whether the body goes on after what was looked at") boolean partial,
        @Schema(
                        description =
                                "Columns of the header line, or attributes as they were met (`trace:` before those of a trace); none for NDJSON")
                List<Column> columns,
        @Schema(
                        description = "Mapping guessed from names and values; null for NDJSON",
                        nullable = true)
                FieldMapping suggested,
        @Schema(
                        description =
                                "Mapping that this preview used: the request's, else the source's, else the guessed one; null for NDJSON",
                        nullable = true)
                FieldMapping mapping,
        @Schema(
                        description =
                                "Fields that every event needs and nothing is mapped to; then no event can be shown",
                        examples = "[\"workItem\"]")
                List<String> missing,
        @Schema(description = "Events looked at, 1000 at most", examples = "1000") long events,
        @Schema(description = "How many of them would be taken", examples = "998") long accepted,
        @Schema(description = "How many would be left out", examples = "2") long rejected,
        @Schema(description = "Work items that they belong to", examples = "412") long workItems,
        @Schema(description = "Time of the earliest event that would be taken", nullable = true)
                Instant from,
        @Schema(description = "Time of the latest event that would be taken", nullable = true)
                Instant to,
        @Schema(description = "The first twenty events as they would be taken")
                List<WorkItemEvent> samples,
        @Schema(description = "The first hundred lines that would be left out")
                List<RejectedLine> rejections) {

    /** A column or an attribute. */
    @Schema(name = "EventPreviewColumn", description = "A column or an attribute.")
    public record Column(
            @Schema(examples = "assignment_group") String name,
            @Schema(description = "In how many events it has a value", examples = "991")
                    long filled,
            @Schema(description = "Up to five different values", examples = "[\"Group 56\"]")
                    List<String> samples) {}
}
