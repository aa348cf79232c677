package io.jointly.catalog.flow;

import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Takes the flow of work apart. */
@ApplicationScoped
@Transactional
class FlowAnalysis {
    private final ValueStreams streams;
    private final FlowFigures figures;
    private final Remembered remembered;

    FlowAnalysis(ValueStreams streams, FlowFigures figures, Remembered remembered) {
        this.streams = streams;
        this.figures = figures;
        this.remembered = remembered;
    }

    CarriersView carriers(String code, Asked asked, int most) {
        var stream = streams.idOf(code);
        return remembered.carriers(stream, figures.revision(stream), code, asked, most);
    }

    TypesView types(String code, Asked asked, int most) {
        requireWholeDays(asked);
        var stream = streams.idOf(code);
        return remembered.types(stream, figures.revision(stream), code, asked, most);
    }

    TogetherView together(String code, Asked asked, int most) {
        requireWholeDays(asked);
        if (asked.type() != null) {
            throw StandardProblem.invalidParameter("type", "is not kept per pair; leave it out");
        }
        var stream = streams.idOf(code);
        return remembered.together(stream, figures.revision(stream), code, asked, most);
    }

    TrendView trend(
            String code, Asked asked, String grain, String baselineFrom, String baselineTo) {
        requireWholeDays(asked);
        var length =
                Params.oneOf("grain", grain, TrendView.Grain.class).orElse(TrendView.Grain.MONTH);
        var start = Params.instant("baselineFrom", baselineFrom);
        var end = Params.instant("baselineTo", baselineTo);
        if ((start == null) != (end == null)) {
            throw StandardProblem.invalidParameter(
                    start == null ? "baselineFrom" : "baselineTo",
                    "is missing; a baseline has a beginning and an end");
        }
        if (start != null && !end.isAfter(start)) {
            throw StandardProblem.invalidParameter("baselineTo", "is not after baselineFrom");
        }
        var stream = streams.idOf(code);
        var revision = figures.revision(stream);
        var baseline = start == null ? null : asked.within(start, end);
        if (baseline != null) {
            requireWholeDays(baseline);
        }
        return new TrendView(
                code,
                asked.level(),
                length,
                asked.type(),
                baseline == null ? null : remembered.baseline(stream, revision, baseline),
                remembered.points(stream, revision, asked, length));
    }

    private static void requireWholeDays(Asked asked) {
        if (!asked.isOfWholeDays()) {
            throw StandardProblem.invalidParameter(
                    asked.team() != null
                            ? "team"
                            : asked.department() != null
                                    ? "department"
                                    : asked.stage() != null ? "stage" : "from",
                    "does not go here: this is kept per whole day (UTC) over all carriers");
        }
    }

    /** Figures of a revision never change, so each is worked out once. */
    @ApplicationScoped
    static class Remembered {
        private final CarrierFigures carriers;
        private final TypeFigures types;
        private final TogetherFigures together;
        private final TrendFigures trend;

        Remembered(
                CarrierFigures carriers,
                TypeFigures types,
                TogetherFigures together,
                TrendFigures trend) {
            this.carriers = carriers;
            this.types = types;
            this.together = together;
            this.trend = trend;
        }

        @CacheResult(cacheName = "flow-carriers")
        CarriersView carriers(
                @CacheKey long stream,
                @CacheKey long revision,
                String code,
                @CacheKey Asked asked,
                @CacheKey int most) {
            return carriers.carriers(stream, code, asked, most);
        }

        @CacheResult(cacheName = "flow-types")
        TypesView types(
                @CacheKey long stream,
                @CacheKey long revision,
                String code,
                @CacheKey Asked asked,
                @CacheKey int most) {
            return types.types(stream, code, asked, most);
        }

        @CacheResult(cacheName = "flow-pairs")
        TogetherView together(
                @CacheKey long stream,
                @CacheKey long revision,
                String code,
                @CacheKey Asked asked,
                @CacheKey int most) {
            return together.together(stream, code, asked, most);
        }

        @CacheResult(cacheName = "flow-trend")
        List<TrendView.Point> points(
                @CacheKey long stream,
                @CacheKey long revision,
                @CacheKey Asked asked,
                @CacheKey TrendView.Grain grain) {
            return trend.points(stream, asked, grain);
        }

        @CacheResult(cacheName = "flow-baseline")
        TrendView.Point baseline(
                @CacheKey long stream, @CacheKey long revision, @CacheKey Asked asked) {
            return trend.baseline(stream, asked);
        }
    }
}
