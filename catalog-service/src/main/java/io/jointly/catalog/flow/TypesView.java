package io.jointly.catalog.flow;

import io.jointly.kit.paging.Tabular;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How each type of work flows. */
@Schema(name = "Types", description = "How each type of work flows, the most work items first.")
public record TypesView(
        String stream,
        Level level,
        FlowView.Period period,
        List<One> items,
        @Schema(description = Figures.RECALCULATING) boolean recalculating)
        implements Tabular, Figures<TypesView> {

    TypesView(String stream, Level level, FlowView.Period period, List<One> items) {
        this(stream, level, period, items, false);
    }

    @Override
    public TypesView whileRecalculating() {
        return new TypesView(stream, level, period, items, true);
    }

    /** One type of work. */
    @Schema(name = "TypeFigures", description = "How one type of work flows.")
    public record One(
            @Schema(description = "Null: work items that name none", nullable = true) String type,
            long workItems,
            long done,
            @Schema(nullable = true) Double meanFlowTimeHours,
            @Schema(nullable = true) Double handoffsPerItem,
            @Schema(description = "0 to 1", nullable = true) Double pingPongShare,
            @Schema(description = "0 to 1", nullable = true) Double efficiency,
            @Schema(description = "0 to 1", nullable = true) Double slaMetShare) {}
}
