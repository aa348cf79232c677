package io.jointly.catalog.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jointly.catalog.eventlog.RejectedLine;
import io.jointly.kit.record.Tagged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an import. */
@Schema(name = "ImportResult", description = "What became of an import.")
public record ImportResult(
        @JsonProperty("import")
                @Schema(
                        name = "import",
                        description = "Reference of the import",
                        examples = "IMP-3")
                String reference,
        @Schema(description = "Name of the source, as given", examples = "servicenow")
                String source,
        @Schema(description = "Lines read: accepted + duplicate + rejected", examples = "141712")
                long events,
        @Schema(description = "Events that are new", examples = "141712") long accepted,
        @Schema(description = "Events that were there already; they change nothing", examples = "0")
                long duplicate,
        @Schema(description = "Lines left out", examples = "0") long rejected,
        @Schema(description = "Work items that the accepted events belong to", examples = "24918")
                long workItems,
        @Schema(description = "The first hundred lines left out, with reasons")
                List<RejectedLine> rejections,
        @Schema(description = "Account that sent it") String importedBy,
        Instant startedAt,
        Instant finishedAt,
        @Schema(description = "When it was taken back; null when it stands", nullable = true)
                Instant reversedAt,
        @Schema(description = "Account that took it back", nullable = true) String reversedBy,
        @Schema(description = "Moves when it is taken back") long version)
        implements Tagged {}
