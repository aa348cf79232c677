package io.jointly.catalog.flowsettings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.catalog.query.Queries;
import io.jointly.catalog.valuestream.StateClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tries rules on real events. */
@ApplicationScoped
class Previews {
    private static final int KINDS_SHOWN = 100;

    /** Matched with the same function that working out journeys uses. */
    private static final String KINDS =
            """
            WITH latest AS (
                SELECT id, era FROM work_item WHERE value_stream_id = ? ORDER BY last_at DESC LIMIT 2000
            ), kind AS (
                SELECT e.activity, e.state, e.team, e.department, count(*) AS events
                FROM latest l JOIN work_item_event e ON e.value_stream_id = ? AND e.era = l.era AND e.work_item_id = l.id
                GROUP BY e.activity, e.state, e.team, e.department
            ), rule AS (
                SELECT (r.ordinality - 1)::integer AS place, r.rule ->> 'stage' AS stage, r.rule ->> 'class' AS class, r.rule ->> 'activity' AS activity,
                       r.rule ->> 'state' AS state, r.rule ->> 'team' AS team, r.rule ->> 'department' AS department
                FROM jsonb_array_elements(?::jsonb) WITH ORDINALITY r (rule, ordinality)
            ), fitting AS (
                SELECT k.*, (SELECT min(place) FROM rule r WHERE r.stage IS NOT NULL AND %1$s) AS placed_by,
                       (SELECT min(place) FROM rule r WHERE r.class IS NOT NULL AND %1$s) AS classed_by
                FROM kind k
            )
            SELECT f.*, p.stage, coalesce(c.class, s.class) AS class
            FROM fitting f
            LEFT JOIN rule p ON p.place = f.placed_by
            LEFT JOIN rule c ON c.place = f.classed_by
            LEFT JOIN value_stream_state s ON s.value_stream_id = ? AND s.state = coalesce(f.state, f.activity)
            ORDER BY f.events DESC, f.activity, f.state, f.team, f.department
            """
                    .formatted(
                            "flow_fits(k.activity, r.activity) AND flow_fits(coalesce(k.state, k.activity), r.state) AND flow_fits(k.team, r.team) AND flow_fits(k.department, r.department)");

    private record Fitting(Preview.Kind kind, Integer placedBy, Integer classedBy) {}

    private final Queries queries;
    private final ObjectMapper json;

    Previews(Queries queries, ObjectMapper json) {
        this.queries = queries;
        this.json = json;
    }

    Preview of(long stream, List<Rule> rules) {
        var kinds =
                queries.list(
                        KINDS,
                        statement -> {
                            statement.setLong(1, stream);
                            statement.setLong(2, stream);
                            statement.setString(3, asJson(rules));
                            statement.setLong(4, stream);
                        },
                        row -> {
                            var stateClass = row.getString("class");
                            return new Fitting(
                                    new Preview.Kind(
                                            row.getString("activity"),
                                            row.getString("state"),
                                            row.getString("team"),
                                            row.getString("department"),
                                            row.getLong("events"),
                                            row.getString("stage"),
                                            stateClass == null
                                                    ? null
                                                    : StateClass.valueOf(
                                                            stateClass.toUpperCase(Locale.ROOT))),
                                    row.getObject("placed_by", Integer.class),
                                    row.getObject("classed_by", Integer.class));
                        });
        return preview(kinds, rules.size());
    }

    private static Preview preview(List<Fitting> kinds, int rules) {
        var placed = new long[rules];
        var classed = new long[rules];
        var events = 0L;
        var onStage = 0L;
        var inClass = 0L;
        for (var fitting : kinds) {
            var count = fitting.kind().events();
            events += count;
            onStage += fitting.kind().stage() == null ? 0 : count;
            inClass += fitting.kind().stateClass() == null ? 0 : count;
            if (fitting.placedBy() != null) {
                placed[fitting.placedBy()] += count;
            }
            if (fitting.classedBy() != null) {
                classed[fitting.classedBy()] += count;
            }
        }
        var decided = new ArrayList<Preview.Decided>();
        for (var rule = 0; rule < rules; rule++) {
            decided.add(new Preview.Decided(rule, placed[rule], classed[rule]));
        }
        return new Preview(
                events,
                onStage,
                inClass,
                decided,
                kinds.stream().limit(KINDS_SHOWN).map(Fitting::kind).toList());
    }

    private String asJson(List<Rule> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
