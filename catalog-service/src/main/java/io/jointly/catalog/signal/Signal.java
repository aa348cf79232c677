package io.jointly.catalog.signal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that points to a risk. */
@Schema(name = "Signal", description = "Something that points to a risk, with its evidence.")
public record Signal(
        SignalKind kind,
        SignalKind.Risk risk,
        @Schema(
                        description =
                                "What it is about, as kind:reference; null for the organisation as a whole",
                        nullable = true,
                        examples = "value-stream:it-incidents")
                String subject,
        @Schema(
                        description =
                                "From whom, or who has the queue, where it is about a handoff",
                        nullable = true,
                        examples = "Group 20")
                String from,
        @Schema(description = "To whom", nullable = true, examples = "Group 70") String to,
        @Schema(
                        description = "In one sentence",
                        examples =
                                "120 of 400 handoffs from Group 20 to Group 70 came straight back in the last 90 days.")
                String finding,
        @Schema(description = "The figures behind it") List<Evidence> evidence) {

    /** A figure, and where to see it. */
    @Schema(name = "Evidence", description = "A figure, and where to see it.")
    public record Evidence(
            @Schema(examples = "Handoffs that came straight back") String name,
            @Schema(nullable = true, examples = "0.3") Double value,
            @Schema(examples = "ratio") String unit,
            @Schema(
                            description = "Address in this API that gives the figure",
                            examples =
                                    "/api/catalog/v1/value-streams/it-incidents/handoffs?level=team&sort=-returns")
                    String source) {}
}
