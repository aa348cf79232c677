package io.jointly.catalog.flow;

import static io.jointly.catalog.query.Queries.hours;
import static io.jointly.catalog.query.Queries.share;

import io.jointly.catalog.query.Queries;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up the sums per day of the types that change the organisation, and of all others. */
@ApplicationScoped
class RunningFigures {
    /** Both kinds always have a row; work without a type is kept under the empty name. */
    private static final String KINDS =
            """
            SELECT k.changing, %s,
                   count(t.type) FILTER (WHERE t.type <> '') AS type_count, coalesce(sum(t.items) FILTER (WHERE t.type = ''), 0) AS without_type,
                   (array_agg(t.type ORDER BY t.items DESC, t.type COLLATE "C") FILTER (WHERE t.type <> ''))[1:100] AS types
            FROM (VALUES (false), (true)) k (changing)
            LEFT JOIN (SELECT i.type, i.type = ANY (?) AS changing, %s FROM flow_day i WHERE %s GROUP BY i.type HAVING sum(i.items) > 0) t
                   ON t.changing = k.changing
            GROUP BY k.changing
            """
                    .formatted(
                            Summaries.each("coalesce(sum(t.%1$s), 0) AS %1$s"),
                            Summaries.each("sum(i.%1$s) AS %1$s"),
                            Asked.DAYS);

    private final Queries queries;

    RunningFigures(Queries queries) {
        this.queries = queries;
    }

    /**
     * Figures of a revision and of what the owners have said never change, so each is worked out
     * once.
     */
    @CacheResult(cacheName = "flow-running")
    List<RunningAndChangingView.Part> parts(
            @CacheKey long stream,
            @CacheKey long revision,
            @CacheKey long settingsVersion,
            @CacheKey Asked asked,
            List<String> changingTypes) {
        var kinds =
                new EnumMap<RunningAndChangingView.Purpose, Work>(
                        RunningAndChangingView.Purpose.class);
        queries.list(
                KINDS,
                statement -> {
                    statement.setArray(
                            1,
                            statement
                                    .getConnection()
                                    .createArrayOf("text", changingTypes.toArray()));
                    asked.bindDays(statement, 2, stream);
                },
                row ->
                        kinds.put(
                                row.getBoolean("changing")
                                        ? RunningAndChangingView.Purpose.CHANGING
                                        : RunningAndChangingView.Purpose.RUNNING,
                                Work.of(row)));
        return kinds.entrySet().stream().map(kind -> part(kind, kinds)).toList();
    }

    private record Work(FlowSums sums, List<String> types, long typeCount, long withoutType) {
        static Work of(ResultSet row) throws SQLException {
            var types = row.getArray("types");
            return new Work(
                    FlowSums.of(row),
                    types == null ? List.of() : List.of((String[]) types.getArray()),
                    row.getLong("type_count"),
                    row.getLong("without_type"));
        }

        /** Where nothing is done, no effort of it is missing. */
        boolean isEffortKnown() {
            return sums.of("done") == 0 || sums.of("classed_items") > 0;
        }
    }

    private static RunningAndChangingView.Part part(
            Map.Entry<RunningAndChangingView.Purpose, Work> kind,
            Map<RunningAndChangingView.Purpose, Work> kinds) {
        var work = kind.getValue();
        var done = work.sums().of("done");
        var active = work.sums().of("active_ms");
        return new RunningAndChangingView.Part(
                kind.getKey(),
                work.sums().of("items"),
                done,
                share(work.sums().of("items"), ofAll("items", kinds)),
                hours(work.sums().of("flow_ms")),
                done == 0 ? null : hours((double) work.sums().of("flow_ms") / done),
                work.sums().of("classed_items"),
                ofAll("classed_items", kinds) > 0 && work.isEffortKnown() ? hours(active) : null,
                kinds.values().stream().allMatch(Work::isEffortKnown)
                        ? share(active, ofAll("active_ms", kinds))
                        : null,
                work.types(),
                work.typeCount(),
                work.withoutType());
    }

    private static long ofAll(String sum, Map<RunningAndChangingView.Purpose, Work> kinds) {
        return kinds.values().stream().mapToLong(work -> work.sums().of(sum)).sum();
    }
}
