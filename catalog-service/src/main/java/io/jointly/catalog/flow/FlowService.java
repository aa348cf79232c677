package io.jointly.catalog.flow;

import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.http.Params;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;

/** Answers questions about the flow of work. */
@ApplicationScoped
@Transactional
class FlowService {
    private final ValueStreams streams;
    private final FlowFigures figures;
    private final RememberedFigures remembered;
    private final WorkItems workItems;
    private final Imports imports;

    FlowService(
            ValueStreams streams,
            FlowFigures figures,
            RememberedFigures remembered,
            WorkItems workItems,
            Imports imports) {
        this.streams = streams;
        this.figures = figures;
        this.remembered = remembered;
        this.workItems = workItems;
        this.imports = imports;
    }

    FlowView flow(String code, Question.Asked asked) {
        var stream = streams.idOf(code);
        return remembered.flow(stream, figures.revision(stream), code, asked);
    }

    HandoffsView handoffs(String code, Question.Asked asked, int most) {
        var stream = streams.idOf(code);
        return remembered.handoffs(stream, figures.revision(stream), code, asked, most);
    }

    Page<WorkItemView> list(
            String code,
            Question.Asked asked,
            String sort,
            String open,
            String part,
            Paging paging) {
        var stream = streams.idOf(code);
        var order = Params.oneOf("sort", sort, WorkItems.Sort.class).orElse(WorkItems.Sort.LAST_AT);
        var onlyOpen = order.chooses(open == null ? null : Params.flag("open", open));
        return paging.page(
                (key, most) -> workItems.list(stream, asked, order, onlyOpen, part, key, most),
                WorkItems.Row::key,
                WorkItems.Row::view,
                () -> workItems.count(stream, asked, onlyOpen, part));
    }

    JourneyView journey(String code, String reference) {
        return workItems.journey(streams.idOf(code), code, reference);
    }

    List<Measure.View> measures(String code) {
        var flow = flow(code, new Question.Asked(Level.TEAM, null, null, null));
        return Arrays.stream(Measure.values()).map(m -> m.of(flow)).toList();
    }

    Measure.View measure(String code, String name) {
        var measure =
                Measure.named(name).orElseThrow(() -> StandardProblem.notFound("measure", name));
        return measure.of(flow(code, new Question.Asked(Level.TEAM, null, null, null)));
    }

    Page<ImportResult> imports(String code, Paging paging) {
        var stream = streams.idOf(code);
        return paging.page(
                (key, most) -> imports.before(stream, Paging.number(key), most),
                imported -> imported.reference().substring("IMP-".length()),
                imported -> imported,
                () -> imports.count(stream));
    }

    ImportResult imported(String code, String reference) {
        var stream = streams.idOf(code);
        return imports.find(stream, Aggregate.idOf("IMP", "import", reference))
                .orElseThrow(() -> StandardProblem.notFound("import", reference));
    }

    /**
     * Figures of a revision never change, so each is worked out once; ages move on, so none is kept
     * for long.
     */
    @ApplicationScoped
    static class RememberedFigures {
        private final FlowFigures figures;

        RememberedFigures(FlowFigures figures) {
            this.figures = figures;
        }

        @CacheResult(cacheName = "flow")
        FlowView flow(
                @CacheKey long stream,
                @CacheKey long revision,
                String code,
                @CacheKey Question.Asked asked) {
            return figures.flow(stream, code, asked);
        }

        @CacheResult(cacheName = "handoffs")
        HandoffsView handoffs(
                @CacheKey long stream,
                @CacheKey long revision,
                String code,
                @CacheKey Question.Asked asked,
                @CacheKey int most) {
            return figures.handoffs(stream, code, asked, most);
        }
    }
}
