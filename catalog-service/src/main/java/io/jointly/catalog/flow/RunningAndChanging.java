package io.jointly.catalog.flow;

import io.jointly.catalog.flowsettings.ChangingTypes;
import io.jointly.catalog.valuestream.ValueStreams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Says how much of a stream's work runs the organisation, and how much changes it. */
@ApplicationScoped
@Transactional
class RunningAndChanging {
    private final ValueStreams streams;
    private final FlowFigures figures;
    private final RunningFigures running;
    private final ChangingTypes changingTypes;
    private final Recalculation recalculation;

    RunningAndChanging(
            ValueStreams streams,
            FlowFigures figures,
            RunningFigures running,
            ChangingTypes changingTypes,
            Recalculation recalculation) {
        this.streams = streams;
        this.figures = figures;
        this.running = running;
        this.changingTypes = changingTypes;
        this.recalculation = recalculation;
    }

    RunningAndChangingView of(String code, Asked asked) {
        FlowAnalysis.requireWholeDays(asked);
        var stream = streams.idOf(code);
        var said = changingTypes.of(stream);
        return recalculation.told(
                stream,
                new RunningAndChangingView(
                        code,
                        asked.period(),
                        asked.type(),
                        said.isPresent(),
                        said.map(
                                        s ->
                                                running.parts(
                                                        stream,
                                                        figures.revision(stream),
                                                        s.version(),
                                                        asked,
                                                        s.types()))
                                .orElse(List.of()),
                        false));
    }
}
