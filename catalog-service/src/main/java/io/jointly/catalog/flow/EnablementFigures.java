package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import io.jointly.catalog.valuestream.HandoffKind;
import io.jointly.catalog.valuestream.StageView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Works out what a stream is ready for, from what is kept per day and what is on its map. */
@ApplicationScoped
class EnablementFigures {
    private static final String SUMS =
            """
            SELECT coalesce(sum(i.items), 0) AS items, coalesce(sum(i.done), 0) AS done, coalesce(sum(i.classed_items), 0) AS classed,
                   coalesce(sum(i.sla_measured), 0) AS sla_measured, coalesce(sum(i.sla_met), 0) AS sla_met
            FROM flow_day i WHERE %s
            """
                    .formatted(Asked.DAYS);
    private static final String CARRIED =
            """
            SELECT coalesce(sum(i.items), 0) FROM flow_histogram i
            WHERE i.measure = ? AND i.value_stream_id = ? AND i.day >= ? AND i.day < ?
            """;

    /** Whole classes from the histogram, and what is left of the class that the time lies in. */
    private static final String WITHIN =
            """
            SELECT (SELECT coalesce(sum(i.items), 0) FROM flow_histogram i
                    WHERE i.value_stream_id = a.stream AND i.measure = 'flow-time' AND i.day >= a.from_day AND i.day < a.to_day
                      AND i.bucket < flow_bucket(a.seconds))
                 + (SELECT count(*) FROM work_item i
                    WHERE i.value_stream_id = a.stream AND i.done AND flow_bucket(i.flow_seconds) = flow_bucket(a.seconds)
                      AND i.flow_seconds <= a.seconds + 0.0005
                      AND i.flow_seconds >= CASE flow_bucket(a.seconds) WHEN 0 THEN 0
                                                 ELSE power(2.0::float8, (flow_bucket(a.seconds) - 1) / 4.0::float8) * 0.999999 END
                      AND i.last_at >= a.from_day::timestamp AT TIME ZONE 'UTC' AND i.last_at < a.to_day::timestamp AT TIME ZONE 'UTC')
            FROM (SELECT ?::bigint AS stream, ?::date AS from_day, ?::date AS to_day, ?::float8 AS seconds) a
            """;

    private final Queries queries;
    private final Percentiles percentiles;

    EnablementFigures(Queries queries, Percentiles percentiles) {
        this.queries = queries;
        this.percentiles = percentiles;
    }

    /**
     * @param baseline null for none
     * @param handoffs between stages, in the period
     */
    List<EnablementView.Part> parts(
            long stream,
            Asked asked,
            Asked baseline,
            HandoffsView handoffs,
            List<StageView> stages,
            int owners) {
        var sums =
                queries.read(
                        SUMS,
                        s -> asked.bindDays(s, 1, stream),
                        rows -> {
                            rows.next();
                            return new Sums(
                                    rows.getLong("items"),
                                    rows.getLong("done"),
                                    rows.getLong("classed"),
                                    rows.getLong("sla_measured"),
                                    rows.getLong("sla_met"));
                        });
        var parts = new ArrayList<EnablementView.Part>();
        var automation = CandidatesView.of(handoffs, stages, 0);
        parts.add(
                EnablementPart.AUTOMATED_HANDOFFS.of(
                        automation.automatedHandoffs(), handoffs.total()));
        parts.add(
                EnablementPart.AUTOMATED_STAGES.of(
                        stages.stream()
                                .skip(1)
                                .filter(stage -> stage.handoff() == HandoffKind.AUTOMATED)
                                .count(),
                        Math.max(0, stages.size() - 1)));
        parts.add(withinBaseline(stream, asked, baseline, sums.done()));
        var times = sums.done() == 0 ? new double[3] : percentiles.ofFlowTime(stream, asked);
        parts.add(EnablementPart.CONSISTENCY.of(times[0] / 3600, times[1] / 3600));
        parts.add(EnablementPart.SLA_MET.of(sums.met(), sums.measured()));
        parts.add(EnablementPart.WORK_ITEMS.of(sums.items() > 0));
        parts.add(EnablementPart.DONE.of(sums.done() > 0));
        parts.add(EnablementPart.CLASSED.ofAll(sums.classed(), sums.done()));
        parts.add(carried(EnablementPart.TEAMS, stream, asked, Level.TEAM, sums));
        parts.add(carried(EnablementPart.DEPARTMENTS, stream, asked, Level.DEPARTMENT, sums));
        parts.add(carried(EnablementPart.STAGES, stream, asked, Level.STAGE, sums));
        parts.add(EnablementPart.SLA.ofAll(sums.measured(), sums.items()));
        parts.add(EnablementPart.BASELINE.of(baseline != null));
        parts.add(EnablementPart.JOINT_OWNERS.of(owners > 1));
        return parts;
    }

    private record Sums(long items, long done, long classed, long measured, long met) {}

    private EnablementView.Part carried(
            EnablementPart part, long stream, Asked asked, Level level, Sums sums) {
        var carried =
                queries.number(
                        CARRIED,
                        statement -> {
                            statement.setString(1, level + "-handoffs");
                            statement.setLong(2, stream);
                            statement.setObject(3, asked.start().toLocalDate());
                            statement.setObject(4, asked.end().toLocalDate());
                        });
        return part.ofAll(carried, sums.items());
    }

    private EnablementView.Part withinBaseline(
            long stream, Asked asked, Asked baseline, long done) {
        if (baseline == null || done == 0 || doneIn(stream, baseline) == 0) {
            return EnablementPart.WITHIN_BASELINE.of(0, 0);
        }
        var limit = percentiles.ofFlowTime(stream, baseline)[1];
        var within =
                queries.number(
                        WITHIN,
                        statement -> {
                            statement.setLong(1, stream);
                            statement.setObject(2, asked.start().toLocalDate());
                            statement.setObject(3, asked.end().toLocalDate());
                            statement.setDouble(4, limit);
                        });
        return EnablementPart.WITHIN_BASELINE.of(within, done);
    }

    private long doneIn(long stream, Asked period) {
        return queries.number(
                "SELECT coalesce(sum(i.done), 0) FROM flow_day i WHERE " + Asked.DAYS,
                s -> period.bindDays(s, 1, stream));
    }

    /**
     * Automation is what is observed or, where nothing is, what the map says; the others are means.
     */
    static List<EnablementView.Score> scores(List<EnablementView.Part> parts) {
        return Arrays.stream(EnablementView.Kind.values())
                .map(
                        kind -> {
                            var known =
                                    parts.stream()
                                            .filter(part -> part.score() == kind)
                                            .map(EnablementView.Part::value)
                                            .filter(Objects::nonNull)
                                            .toList();
                            return new EnablementView.Score(
                                    kind,
                                    known.isEmpty()
                                            ? null
                                            : kind == EnablementView.Kind.AUTOMATION
                                                    ? known.get(0)
                                                    : mean(known));
                        })
                .toList();
    }

    private static Double mean(List<Double> values) {
        return Queries.rounded(values.stream().mapToDouble(v -> v).average().orElseThrow());
    }
}
