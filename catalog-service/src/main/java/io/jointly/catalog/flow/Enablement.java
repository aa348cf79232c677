package io.jointly.catalog.flow;

import io.jointly.catalog.flowsettings.Baselines;
import io.jointly.catalog.valuestream.ValueStreams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Says what a stream is ready for. */
@ApplicationScoped
@Transactional
class Enablement {
    private final ValueStreams streams;
    private final FlowFigures figures;
    private final FlowAnalysis.Remembered remembered;
    private final EnablementFigures enablement;
    private final Baselines baselines;
    private final Recalculation recalculation;

    Enablement(
            ValueStreams streams,
            FlowFigures figures,
            FlowAnalysis.Remembered remembered,
            EnablementFigures enablement,
            Baselines baselines,
            Recalculation recalculation) {
        this.streams = streams;
        this.figures = figures;
        this.remembered = remembered;
        this.enablement = enablement;
        this.baselines = baselines;
        this.recalculation = recalculation;
    }

    EnablementView of(String code, Asked asked) {
        FlowAnalysis.requireWholeDays(asked);
        var stream = streams.identify(code);
        var parts =
                enablement.parts(
                        stream.id(),
                        asked,
                        FlowAnalysis.ofOwners(baselines, stream.id(), asked),
                        remembered.handoffs(
                                stream.id(), figures.revision(stream.id()), code, asked),
                        streams.stages(code),
                        stream.owners().size());
        return recalculation.told(
                stream.id(),
                new EnablementView(
                        code, asked.period(), EnablementFigures.scores(parts), parts, false));
    }
}
