package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads lists of work items, worst first. */
@ApplicationScoped
class WorkItems {
    /** What a list can be sorted by, always the largest first. */
    enum Sort {
        HANDOFFS("-handoffs", "i.%s_handoffs", "integer", null),
        PING_PONG("-pingPong", "i.%s_ping_pongs", "integer", null),
        FLOW_TIME("-flowTime", "i.flow_seconds", "double precision", false),
        AGE("-age", "i.first_at", "timestamptz", true),
        LAST_AT("-lastAt", "i.last_at", "timestamptz", null);

        private final String name;
        private final String column;
        private final String type;
        private final Boolean open;

        Sort(String name, String column, String type, Boolean open) {
            this.name = name;
            this.column = column;
            this.type = type;
            this.open = open;
        }

        /** Only done work has a flow time and only open work an age, so some orders choose. */
        Boolean chooses(Boolean asked) {
            if (open != null && asked != null && !open.equals(asked)) {
                throw StandardProblem.invalidParameter(
                        "open",
                        "contradicts the sort %s, which lists %s work only"
                                .formatted(name, open ? "open" : "done"));
            }
            return open == null ? asked : open;
        }

        /** The oldest are those that came first. */
        private boolean ascends() {
            return this == AGE;
        }

        private Object key(String text) {
            try {
                return switch (type) {
                    case "integer" -> Integer.valueOf(text);
                    case "timestamptz" -> OffsetDateTime.parse(text);
                    default -> Double.valueOf(text);
                };
            } catch (NumberFormatException | DateTimeException e) {
                throw Paging.badCursor();
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Which of the work items that are asked for; null is any. */
    record Filter(Boolean open, String beginning, String handedFrom, String handedTo) {}

    /** A row with the key that its place in the list follows from. */
    record Row(String key, WorkItemView view) {}

    private static final String WHERE =
            Asked.ITEMS
                    + """
                      AND (?::boolean IS NULL OR i.done <> ?) AND (?::text IS NULL OR starts_with(i.reference, ?))
                      AND (?::text IS NULL OR EXISTS (SELECT 1 FROM stay s WHERE s.work_item_id = i.id AND s.level = ? AND s.giver = ? AND s.carrier = ?))
                      """;
    private static final String LIST =
            """
            SELECT i.id, i.reference, i.type, i.first_at, i.last_at, i.done, i.events, i.%1$s_handoffs AS handoffs, i.%1$s_ping_pongs AS ping_pongs,
                   i.team, i.department, i.stage, i.sla_met, %2$s AS sort_key
            FROM work_item i WHERE %3$s %4$s
            ORDER BY %2$s %5$s, i.id %5$s LIMIT ?
            """;

    private final Queries queries;

    WorkItems(Queries queries) {
        this.queries = queries;
    }

    List<Row> list(long stream, Asked asked, Sort sort, Filter filter, String after, int most) {
        var column = sort.column.formatted(asked.level());
        var compared =
                after == null
                        ? ""
                        : "AND (%s, i.id) %s (?::%s, ?)"
                                .formatted(column, sort.ascends() ? ">" : "<", sort.type);
        // An open item has no flow time; saying so lets the index on it be used.
        var chosen =
                sort == Sort.FLOW_TIME ? " AND i.done" : sort == Sort.AGE ? " AND NOT i.done" : "";
        return queries.list(
                LIST.formatted(
                        asked.level(),
                        column,
                        WHERE + chosen,
                        compared,
                        sort.ascends() ? "" : "DESC"),
                statement -> {
                    var next = bind(statement, stream, asked, filter);
                    if (after != null) {
                        var key = after.split(" ", -1);
                        if (key.length != 2 || !key[1].matches("[0-9]{1,18}")) {
                            throw Paging.badCursor();
                        }
                        statement.setObject(next++, sort.key(key[0]));
                        statement.setLong(next++, Long.parseLong(key[1]));
                    }
                    statement.setInt(next, most);
                },
                rows -> row(rows, sort));
    }

    long count(long stream, Asked asked, Filter filter) {
        return queries.number(
                "SELECT count(*) FROM work_item i WHERE " + WHERE,
                statement -> bind(statement, stream, asked, filter));
    }

    private static int bind(PreparedStatement statement, long stream, Asked asked, Filter filter)
            throws SQLException {
        var next = asked.bindItems(statement, 1, stream);
        statement.setObject(next++, filter.open(), Types.BOOLEAN);
        statement.setObject(next++, filter.open(), Types.BOOLEAN);
        statement.setString(next++, filter.beginning());
        statement.setString(next++, filter.beginning());
        statement.setString(next++, filter.handedFrom());
        statement.setString(next++, asked.level().toString());
        statement.setString(next++, filter.handedFrom());
        statement.setString(next++, filter.handedTo());
        return next;
    }

    private static Row row(ResultSet rows, Sort sort) throws SQLException {
        var first = Queries.instant(rows, "first_at");
        var last = Queries.instant(rows, "last_at");
        var done = rows.getBoolean("done");
        var key =
                sort.type.equals("timestamptz")
                        ? Queries.instant(rows, "sort_key").toString()
                        : rows.getObject("sort_key").toString();
        return new Row(
                key + " " + rows.getLong("id"),
                new WorkItemView(
                        rows.getString("reference"),
                        rows.getString("type"),
                        first,
                        last,
                        done,
                        rows.getLong("events"),
                        rows.getLong("handoffs"),
                        rows.getLong("ping_pongs"),
                        done ? hours(first, last) : null,
                        done ? null : hours(first, Instant.now()),
                        rows.getString("team"),
                        rows.getString("department"),
                        rows.getString("stage"),
                        rows.getObject("sla_met", Boolean.class)));
    }

    private static double hours(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toSeconds() / 36.0) / 100.0;
    }
}
