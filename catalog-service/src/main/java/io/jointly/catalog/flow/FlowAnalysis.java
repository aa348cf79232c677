package io.jointly.catalog.flow;

import io.jointly.catalog.flowsettings.Baselines;
import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Takes the flow of work apart. */
@ApplicationScoped
@Transactional
class FlowAnalysis {
    private final ValueStreams streams;
    private final FlowFigures figures;
    private final CarrierFigures carriers;
    private final TypeFigures types;
    private final TogetherFigures together;
    private final Baselines baselines;
    private final Recalculation recalculation;
    private final Remembered remembered;

    FlowAnalysis(
            ValueStreams streams,
            FlowFigures figures,
            CarrierFigures carriers,
            TypeFigures types,
            TogetherFigures together,
            Baselines baselines,
            Recalculation recalculation,
            Remembered remembered) {
        this.streams = streams;
        this.figures = figures;
        this.carriers = carriers;
        this.types = types;
        this.together = together;
        this.baselines = baselines;
        this.recalculation = recalculation;
        this.remembered = remembered;
    }

    CarriersView carriers(String code, Asked asked, int most) {
        var stream = streams.idOf(code);
        return recalculation.told(
                stream,
                most > FlowService.RememberedFigures.MOST_ROWS
                        ? carriers.carriers(stream, code, asked, most)
                        : remembered.carriers(stream, figures.revision(stream), code, asked, most));
    }

    TypesView types(String code, Asked asked, int most) {
        requireWholeDays(asked);
        var stream = streams.idOf(code);
        return recalculation.told(
                stream,
                most > FlowService.RememberedFigures.MOST_ROWS
                        ? types.types(stream, code, asked, most)
                        : remembered.types(stream, figures.revision(stream), code, asked, most));
    }

    TogetherView together(String code, Asked asked, int most) {
        requireWholeDays(asked);
        if (asked.type() != null) {
            throw StandardProblem.invalidParameter("type", "is not kept per pair; leave it out");
        }
        var stream = streams.idOf(code);
        return recalculation.told(
                stream,
                most > FlowService.RememberedFigures.MOST_ROWS
                        ? together.together(stream, code, asked, most)
                        : remembered.together(stream, figures.revision(stream), code, asked, most));
    }

    DistributionView distribution(String code, Asked asked, String name) {
        var stream = streams.idOf(code);
        var measure =
                Params.oneOf("measure", name, DistributionView.Spread.class)
                        .orElse(DistributionView.Spread.FLOW_TIME);
        return recalculation.told(
                stream,
                remembered.distribution(stream, figures.revision(stream), code, asked, measure));
    }

    CandidatesView candidates(String code, Asked asked, int most) {
        var stream = streams.idOf(code);
        var handoffs = remembered.handoffs(stream, figures.revision(stream), code, asked);
        return recalculation.told(stream, CandidatesView.of(handoffs, streams.stages(code), most));
    }

    TrendView trend(
            String code, Asked asked, String grain, String baselineFrom, String baselineTo) {
        requireWholeDays(asked);
        var length =
                Params.oneOf("grain", grain, TrendView.Grain.class).orElse(TrendView.Grain.MONTH);
        requireBegins(asked.from(), "from", length);
        requireBegins(asked.to(), "to", length);
        var stream = streams.idOf(code);
        var revision = figures.revision(stream);
        var baseline = baseline(stream, asked, baselineFrom, baselineTo);
        return recalculation.told(
                stream,
                new TrendView(
                        code,
                        asked.level(),
                        length,
                        asked.type(),
                        baseline == null ? null : remembered.baseline(stream, revision, baseline),
                        remembered.points(stream, revision, asked, length)));
    }

    /**
     * The one asked for or, without one, the one that the stream's owners have set; null for none.
     */
    private Asked baseline(long stream, Asked asked, String from, String to) {
        var start = Params.instant("baselineFrom", from);
        var end = Params.instant("baselineTo", to);
        if ((start == null) != (end == null)) {
            throw StandardProblem.invalidParameter(
                    start == null ? "baselineFrom" : "baselineTo",
                    "is missing; a baseline has a beginning and an end");
        }
        if (start == null) {
            return ofOwners(baselines, stream, asked);
        }
        if (!end.isAfter(start)) {
            throw StandardProblem.invalidParameter("baselineTo", "is not after baselineFrom");
        }
        var baseline = asked.within(start, end);
        requireWholeDays(baseline);
        return baseline;
    }

    /** The baseline that the stream's owners have set; null for none. */
    static Asked ofOwners(Baselines baselines, long stream, Asked asked) {
        return baselines
                .of(stream)
                .map(
                        set ->
                                asked.within(
                                        set.from().atStartOfDay().toInstant(ZoneOffset.UTC),
                                        set.to().atStartOfDay().toInstant(ZoneOffset.UTC)))
                .orElse(null);
    }

    /** So that each point is a whole period, and all its figures are of the same one. */
    private static void requireBegins(Instant time, String name, TrendView.Grain grain) {
        if (time == null) {
            return;
        }
        var day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        var begins =
                switch (grain) {
                    case DAY -> true;
                    case WEEK -> day.getDayOfWeek() == DayOfWeek.MONDAY;
                    case MONTH -> day.getDayOfMonth() == 1;
                };
        if (!begins) {
            throw StandardProblem.invalidParameter(
                    name, "does not begin a %s, which is what the grain asks for".formatted(grain));
        }
    }

    static void requireWholeDays(Asked asked) {
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
        private final DistributionFigures distribution;
        private final HandoffFigures handoffs;

        Remembered(
                CarrierFigures carriers,
                TypeFigures types,
                TogetherFigures together,
                TrendFigures trend,
                DistributionFigures distribution,
                HandoffFigures handoffs) {
            this.carriers = carriers;
            this.types = types;
            this.together = together;
            this.trend = trend;
            this.distribution = distribution;
            this.handoffs = handoffs;
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

        /** All of them: the map has a hundred stages at most. */
        @CacheResult(cacheName = "flow-stage-handoffs")
        HandoffsView handoffs(
                @CacheKey long stream,
                @CacheKey long revision,
                String code,
                @CacheKey Asked asked) {
            return handoffs.handoffs(
                    stream, code, asked, HandoffFigures.Sort.TOTAL_WAIT, Integer.MAX_VALUE);
        }

        @CacheResult(cacheName = "flow-distribution")
        DistributionView distribution(
                @CacheKey long stream,
                @CacheKey long revision,
                String code,
                @CacheKey Asked asked,
                @CacheKey DistributionView.Spread measure) {
            return distribution.distribution(stream, code, asked, measure);
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
