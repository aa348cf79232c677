package io.jointly.catalog.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jointly.kit.paging.Tabular;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of the work runs the organisation, and how much changes it. */
@Schema(
        name = "RunningAndChanging",
        description =
                "How much of the work runs the organisation, and how much changes it. Jointly's own definition, see docs/flow-measures.md.")
public record RunningAndChangingView(
        String stream,
        FlowView.Period period,
        @Schema(
                        description = "The one type that was asked for; null for all",
                        nullable = true,
                        examples = "Change")
                String type,
        @Schema(
                        description =
                                "Whether the owners have said which types change how the organisation works (`changingTypes` of the flow settings)",
                        examples = "true")
                boolean said,
        @Schema(description = "Running, then changing; empty while nobody has said")
                List<Part> items,
        @Schema(description = Figures.RECALCULATING) boolean recalculating)
        implements Tabular, Figures<RunningAndChangingView> {

    /** What work does for the organisation. */
    public enum Purpose {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("changing")
        CHANGING
    }

    /** The work that does one of the two. */
    @Schema(
            name = "RunningOrChanging",
            description =
                    "The work that runs the organisation, or the work that changes how it works.")
    public record Part(
            Purpose kind,
            @Schema(description = "Whose last event is in the period", examples = "1200")
                    long workItems,
            @Schema(description = "Of these, done", examples = "1150") long done,
            @Schema(
                            description = "Of the work items of both, 0 to 1; null without any",
                            nullable = true,
                            examples = "0.84")
                    Double workItemsShare,
            @Schema(
                            description = "Flow time of all done work items together, in hours",
                            examples = "92400.5")
                    double flowTimeHours,
            @Schema(
                            description =
                                    "Mean flow time of done work items, in hours; null without any",
                            nullable = true,
                            examples = "80.3483")
                    Double meanFlowTimeHours,
            @Schema(
                            description = "Done work items of which active time is known",
                            examples = "1100")
                    long classedItems,
            @Schema(
                            description =
                                    "Effort: active time of the `classedItems` together, in hours. Null where active time is known of none of the done work items: effort is known once the stream's states are classed as active and waiting",
                            nullable = true,
                            examples = "18250.25")
                    Double activeTimeHours,
            @Schema(
                            description =
                                    "Share of effort: of the active time of both, 0 to 1; null where that of either is not known, or both are nothing",
                            nullable = true,
                            examples = "0.71")
                    Double activeTimeShare,
            @Schema(
                            description =
                                    "Types with work in the period, the most work items first, a hundred at most",
                            examples = "[\"Incident\",\"Request\"]")
                    List<String> types,
            @Schema(description = "How many such types there are", examples = "2") long typeCount,
            @Schema(
                            description = "Work items that name no type; they run the organisation",
                            examples = "0")
                    long withoutType) {}

    @Override
    public RunningAndChangingView whileRecalculating() {
        return new RunningAndChangingView(stream, period, type, said, items, true);
    }
}
