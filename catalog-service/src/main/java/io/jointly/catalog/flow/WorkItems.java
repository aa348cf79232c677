package io.jointly.catalog.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads work items: in lists, worst first, and one by one with their journey. */
@ApplicationScoped
class WorkItems {
    /** What a list can be sorted by, always the largest first. */
    enum Sort {
        HANDOFFS("-handoffs", "%s_handoffs"),
        PING_PONG("-pingPong", "%s_ping_pongs"),
        FLOW_TIME("-flowTime", "extract(epoch FROM last_at - first_at)", false),
        AGE("-age", "-extract(epoch FROM first_at)", true),
        LAST_AT("-lastAt", "extract(epoch FROM last_at)");

        private final String name;
        private final String expression;
        private final Boolean open;

        Sort(String name, String expression) {
            this(name, expression, null);
        }

        Sort(String name, String expression, Boolean open) {
            this.name = name;
            this.expression = expression;
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

        @Override
        public String toString() {
            return name;
        }
    }

    /** A row with the key that its place in the list follows from. */
    record Row(String key, WorkItemView view) {}

    private static final String LIST =
            """
            SELECT id, sort_key, reference, type, first_at, last_at, done, events, handoffs, ping_pongs, team, department, sla_met
            FROM (SELECT w.*, w.%1$s_handoffs AS handoffs, w.%1$s_ping_pongs AS ping_pongs, (%2$s)::numeric AS sort_key
                  FROM work_item w
                  WHERE w.value_stream_id = ? AND (?::timestamptz IS NULL OR w.last_at >= ?) AND (?::timestamptz IS NULL OR w.last_at < ?)
                    AND (?::text IS NULL OR w.type = ?) AND (?::boolean IS NULL OR w.done <> ?) AND (?::text IS NULL OR starts_with(w.reference, ?))) w
            WHERE ?::numeric IS NULL OR (sort_key, id) < (?::numeric, ?)
            ORDER BY sort_key DESC, id DESC LIMIT ?
            """;
    private static final String COUNT =
            """
            SELECT count(*) FROM work_item w
            WHERE w.value_stream_id = ? AND (?::timestamptz IS NULL OR w.last_at >= ?) AND (?::timestamptz IS NULL OR w.last_at < ?)
              AND (?::text IS NULL OR w.type = ?) AND (?::boolean IS NULL OR w.done <> ?) AND (?::text IS NULL OR starts_with(w.reference, ?))
            """;
    private static final String ITEM =
            """
            SELECT id, type, sla_met, done, first_at, last_at,
                   team_handoffs, department_handoffs, team_ping_pongs, department_ping_pongs
            FROM work_item WHERE value_stream_id = ? AND reference = ?
            """;
    private static final String EVENTS =
            """
            SELECT occurred_at, activity, state, department, team, actor, event_id, attributes
            FROM work_item_event WHERE work_item_id = ? ORDER BY sequence NULLS LAST, occurred_at, import_id, line
            """;

    private final FlowFigures figures;
    private final ObjectMapper json;

    WorkItems(FlowFigures figures, ObjectMapper json) {
        this.figures = figures;
        this.json = json;
    }

    List<Row> list(
            long stream,
            Question.Asked asked,
            Sort sort,
            Boolean open,
            String part,
            String after,
            int most) {
        var key = after == null ? null : after.split(" ", -1);
        if (key != null
                && (key.length != 2
                        || !key[0].matches("-?[0-9]{1,18}([.][0-9]{1,20})?")
                        || !key[1].matches("[0-9]{1,18}"))) {
            throw io.jointly.kit.paging.Paging.badCursor();
        }
        return figures.query(
                LIST.formatted(asked.level(), sort.expression.formatted(asked.level())),
                statement -> {
                    var next = filter(statement, stream, asked, open, part);
                    statement.setString(next++, key == null ? null : key[0]);
                    statement.setString(next++, key == null ? null : key[0]);
                    statement.setLong(next++, key == null ? 0 : Long.parseLong(key[1]));
                    statement.setInt(next, most);
                },
                rows -> FlowFigures.all(rows, WorkItems::row));
    }

    long count(long stream, Question.Asked asked, Boolean open, String part) {
        return figures.query(
                COUNT,
                statement -> filter(statement, stream, asked, open, part),
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    private static int filter(
            PreparedStatement statement,
            long stream,
            Question.Asked asked,
            Boolean open,
            String part)
            throws SQLException {
        var next = FlowFigures.filter(statement, 1, stream, asked);
        statement.setObject(next++, open, Types.BOOLEAN);
        statement.setObject(next++, open, Types.BOOLEAN);
        statement.setString(next++, part);
        statement.setString(next++, part);
        return next;
    }

    JourneyView journey(long stream, String code, String reference) {
        return figures.query(
                ITEM,
                statement -> {
                    statement.setLong(1, stream);
                    statement.setString(2, reference);
                },
                rows -> {
                    if (!rows.next()) {
                        throw StandardProblem.notFound("work item", reference);
                    }
                    return journey(rows, code, reference);
                });
    }

    private JourneyView journey(ResultSet item, String code, String reference) throws SQLException {
        var id = item.getLong(1);
        var events =
                figures.query(
                        EVENTS,
                        statement -> statement.setLong(1, id),
                        rows -> FlowFigures.all(rows, this::step));
        var first = instant(item, 5);
        var last = instant(item, 6);
        var stays = new ArrayList<JourneyView.Stay>();
        stays.addAll(stays(Level.TEAM, events, JourneyView.Step::team));
        stays.addAll(stays(Level.DEPARTMENT, events, JourneyView.Step::department));
        var done = item.getBoolean(4);
        return new JourneyView(
                reference,
                code,
                item.getString(2),
                item.getObject(3, Boolean.class),
                done,
                first,
                last,
                done ? Duration.between(first, last) : null,
                done ? null : Duration.between(first, Instant.now()),
                now(stays, first),
                new JourneyView.Counts(item.getLong(7), item.getLong(8)),
                new JourneyView.Counts(item.getLong(9), item.getLong(10)),
                events,
                stays);
    }

    private static JourneyView.Now now(List<JourneyView.Stay> stays, Instant first) {
        JourneyView.Stay team = null;
        JourneyView.Stay department = null;
        for (var stay : stays) {
            if (stay.level() == Level.TEAM) {
                team = stay;
            } else {
                department = stay;
            }
        }
        var finest = team == null ? department : team;
        return new JourneyView.Now(
                team == null ? null : team.carrier(),
                team == null ? null : team.from(),
                department == null ? null : department.carrier(),
                department == null ? null : department.from(),
                finest == null ? first : finest.from());
    }

    /**
     * Consecutive events of one carrier become one stay; events without a carrier belong to none.
     */
    private static List<JourneyView.Stay> stays(
            Level level,
            List<JourneyView.Step> events,
            Function<JourneyView.Step, String> carrier) {
        var stays = new ArrayList<JourneyView.Stay>();
        for (var event : events) {
            var name = carrier.apply(event);
            if (name == null) {
                continue;
            }
            var last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
            if (last != null && last.carrier().equals(name)) {
                stays.set(
                        stays.size() - 1,
                        new JourneyView.Stay(
                                level, name, last.from(), event.occurredAt(), last.events() + 1));
            } else {
                stays.add(
                        new JourneyView.Stay(
                                level, name, event.occurredAt(), event.occurredAt(), 1));
            }
        }
        return stays;
    }

    private static Row row(ResultSet rows) throws SQLException {
        var first = instant(rows, 5);
        var last = instant(rows, 6);
        var view =
                new WorkItemView(
                        rows.getString(3),
                        rows.getString(4),
                        first,
                        last,
                        rows.getBoolean(7),
                        rows.getLong(8),
                        rows.getLong(9),
                        rows.getLong(10),
                        rows.getBoolean(7) ? hours(first, last) : null,
                        rows.getBoolean(7) ? null : hours(first, Instant.now()),
                        rows.getString(11),
                        rows.getString(12),
                        rows.getObject(13, Boolean.class));
        return new Row(rows.getBigDecimal(2).toPlainString() + " " + rows.getLong(1), view);
    }

    private static double hours(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toSeconds() / 36.0) / 100.0;
    }

    private JourneyView.Step step(ResultSet rows) throws SQLException {
        return new JourneyView.Step(
                instant(rows, 1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                attributes(rows.getString(8)));
    }

    private Map<String, String> attributes(String text) throws SQLException {
        try {
            return text == null
                    ? Map.of()
                    : json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("Attributes that are not a JSON object of texts", e);
        }
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
