package io.jointly.catalog.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jointly.catalog.eventlog.RejectedLine;
import io.jointly.kit.paging.Tabular;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The lines that an import left out. */
@Schema(description = "The lines that an import left out.")
public record Rejections(
        @JsonProperty("import") @Schema(name = "import", examples = "IMP-3") String reference,
        @Schema(description = "Lines left out in all", examples = "250") long rejected,
        @Schema(description = "The first hundred of them") List<RejectedLine> items)
        implements Tabular {

    static Rejections of(ImportResult result) {
        return new Rejections(result.reference(), result.rejected(), result.rejections());
    }
}
