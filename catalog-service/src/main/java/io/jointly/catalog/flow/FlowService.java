package io.jointly.catalog.flow;

import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.http.Params;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
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
    private final HandoffFigures handoffs;
    private final RememberedFigures remembered;
    private final WorkItems workItems;
    private final JourneyReader journeys;
    private final Recalculation recalculation;

    FlowService(
            ValueStreams streams,
            FlowFigures figures,
            HandoffFigures handoffs,
            RememberedFigures remembered,
            WorkItems workItems,
            JourneyReader journeys,
            Recalculation recalculation) {
        this.streams = streams;
        this.figures = figures;
        this.handoffs = handoffs;
        this.remembered = remembered;
        this.workItems = workItems;
        this.journeys = journeys;
        this.recalculation = recalculation;
    }

    FlowView flow(String code, Asked asked, int alternations) {
        var stream = streams.idOf(code);
        var revision = figures.revision(stream);
        var flow = remembered.flow(stream, revision, code, asked);
        return recalculation.told(
                stream,
                alternations == FlowFigures.SHORTEST
                        ? flow
                        : flow.with(
                                remembered.pingPong(stream, revision, asked, alternations, flow)));
    }

    HandoffsView handoffs(String code, Asked asked, String sort, int most) {
        var stream = streams.idOf(code);
        var order =
                Params.oneOf("sort", sort, HandoffFigures.Sort.class)
                        .orElse(HandoffFigures.Sort.COUNT);
        return recalculation.told(
                stream,
                most > RememberedFigures.MOST_ROWS
                        ? handoffs.handoffs(stream, code, asked, order, most)
                        : remembered.handoffs(
                                stream, figures.revision(stream), code, asked, order, most));
    }

    Page<WorkItemView> list(
            String code,
            Asked asked,
            String sort,
            String open,
            String part,
            String handedFrom,
            String handedTo,
            Paging paging) {
        var stream = streams.idOf(code);
        var order = Params.oneOf("sort", sort, WorkItems.Sort.class).orElse(WorkItems.Sort.LAST_AT);
        if ((handedFrom == null) != (handedTo == null)) {
            throw StandardProblem.invalidParameter(
                    handedFrom == null ? "handedFrom" : "handedTo",
                    "is missing; a handoff has a giver and a receiver");
        }
        var filter =
                new WorkItems.Filter(
                        order.chooses(open == null ? null : Params.flag("open", open)),
                        part,
                        handedFrom,
                        handedTo);
        return paging.page(
                (key, most) -> workItems.list(stream, asked, order, filter, key, most),
                WorkItems.Row::key,
                WorkItems.Row::view,
                () -> workItems.count(stream, asked, filter));
    }

    JourneyView journey(String code, String reference) {
        return journeys.journey(streams.idOf(code), code, reference);
    }

    Page<JourneyView.Step> events(String code, String reference, Paging paging) {
        var stream = streams.idOf(code);
        return paging.page(
                (key, most) -> {
                    var after = key == null ? 0 : place(key) + 1;
                    return placed(journeys.events(stream, reference, after, most), after);
                },
                placed -> Long.toString(placed.place()),
                Placed::step,
                () -> journeys.countEvents(stream, reference));
    }

    private static long place(String key) {
        var place = Paging.number(key);
        if (place < 0 || place > Integer.MAX_VALUE) {
            throw Paging.badCursor();
        }
        return place;
    }

    private record Placed(long place, JourneyView.Step step) {}

    private static List<Placed> placed(List<JourneyView.Step> steps, long first) {
        return java.util.stream.IntStream.range(0, steps.size())
                .mapToObj(i -> new Placed(first + i, steps.get(i)))
                .toList();
    }

    List<Measure.View> measures(String code) {
        var flow = flow(code, Asked.everything(Level.TEAM), FlowFigures.SHORTEST);
        return Arrays.stream(Measure.values()).map(m -> m.of(flow)).toList();
    }

    Measure.View measure(String code, String name) {
        var measure =
                Measure.named(name).orElseThrow(() -> StandardProblem.notFound("measure", name));
        return measure.of(flow(code, Asked.everything(Level.TEAM), FlowFigures.SHORTEST));
    }

    /**
     * Figures of a revision never change, so each is worked out once; ages move on, so none is kept
     * for long.
     */
    @ApplicationScoped
    static class RememberedFigures {
        /** Longer answers are for files, not for pages, and would take much memory. */
        static final int MOST_ROWS = 200;

        private final FlowFigures figures;
        private final HandoffFigures handoffs;

        RememberedFigures(FlowFigures figures, HandoffFigures handoffs) {
            this.figures = figures;
            this.handoffs = handoffs;
        }

        @CacheResult(cacheName = "flow")
        FlowView flow(
                @CacheKey long stream,
                @CacheKey long revision,
                String code,
                @CacheKey Asked asked) {
            return figures.flow(stream, code, asked);
        }

        @CacheResult(cacheName = "flow-ping-pong")
        FlowView.PingPong pingPong(
                @CacheKey long stream,
                @CacheKey long revision,
                @CacheKey Asked asked,
                @CacheKey int alternations,
                FlowView flow) {
            return figures.pingPong(stream, asked, alternations, flow);
        }

        @CacheResult(cacheName = "handoffs")
        HandoffsView handoffs(
                @CacheKey long stream,
                @CacheKey long revision,
                String code,
                @CacheKey Asked asked,
                @CacheKey HandoffFigures.Sort sort,
                @CacheKey int most) {
            return handoffs.handoffs(stream, code, asked, sort, most);
        }
    }
}
