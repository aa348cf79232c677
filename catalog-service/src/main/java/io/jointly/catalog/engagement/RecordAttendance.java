package io.jointly.catalog.engagement;

import io.jointly.catalog.reference.Code;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who was there on a day. */
@Schema(description = "Who was there on a day.")
public record RecordAttendance(
        @NotNull
                @Schema(
                        description = "Day of the occurrence in the meeting's time zone",
                        examples = "2026-12-03")
                LocalDate on,
        @NotNull
                @Size(max = 50)
                @Schema(
                        description = "Codes of the participants that were there; empty for nobody",
                        examples = "[\"hr\",\"it\"]")
                Set<@NotNull @Code String> departments,
        @Size(max = 2000)
                @Schema(
                        description = "What came of it",
                        nullable = true,
                        examples = "Two profiles mended")
                String note) {}
