package io.jointly.catalog.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.catalog.query.Queries;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads the journey of one work item. */
@ApplicationScoped
class JourneyReader {
    /** More than a person reads; the rest of a longer journey is in its paged list of events. */
    static final int MOST_SHOWN = 2_000;

    private static final String ITEM =
            """
            SELECT id, era, type, sla_met, done, first_at, last_at, events,
                   team_handoffs, department_handoffs, stage_handoffs, team_ping_pongs, department_ping_pongs, stage_ping_pongs
            FROM work_item WHERE value_stream_id = ? AND reference = ?
            """;
    private static final String EVENTS =
            """
            SELECT occurred_at, activity, state, department, team, actor, event_id, attributes
            FROM work_item_event WHERE value_stream_id = ? AND era = ? AND work_item_id = ?
            ORDER BY sequence NULLS LAST, occurred_at, import_id, line OFFSET ? LIMIT ?
            """;
    private static final String STAYS =
            """
            SELECT level, carrier, from_at, to_at, events FROM stay WHERE work_item_id = ?
            ORDER BY array_position(ARRAY['team', 'department', 'stage'], level), ordinal LIMIT ?
            """;
    private static final String LAST_STAYS =
            "SELECT DISTINCT ON (level) level, carrier, from_at, to_at, events FROM stay WHERE work_item_id = ? ORDER BY level, ordinal DESC";

    private final Queries queries;
    private final ObjectMapper json;

    JourneyReader(Queries queries, ObjectMapper json) {
        this.queries = queries;
        this.json = json;
    }

    JourneyView journey(long stream, String code, String reference) {
        return ofItem(
                stream,
                reference,
                item -> {
                    var id = item.getLong("id");
                    var events = events(stream, item, 0, MOST_SHOWN);
                    return view(
                            item, code, reference, events, stays(STAYS, id, MOST_SHOWN), now(id));
                });
    }

    /** Events of a journey from a place on, 0 is the first. */
    List<JourneyView.Step> events(long stream, String reference, long after, int most) {
        return ofItem(stream, reference, item -> events(stream, item, after, most));
    }

    long countEvents(long stream, String reference) {
        return ofItem(stream, reference, item -> item.getLong("events"));
    }

    private <T> T ofItem(long stream, String reference, Queries.Reading<T> reading) {
        return queries.read(
                ITEM,
                statement -> {
                    statement.setLong(1, stream);
                    statement.setString(2, reference);
                },
                rows -> {
                    if (!rows.next()) {
                        throw StandardProblem.notFound("work item", reference);
                    }
                    return reading.from(rows);
                });
    }

    private List<JourneyView.Step> events(long stream, ResultSet item, long after, int most)
            throws SQLException {
        var id = item.getLong("id");
        var era = item.getObject("era", java.time.LocalDate.class);
        return queries.list(
                EVENTS,
                statement -> {
                    statement.setLong(1, stream);
                    statement.setObject(2, era);
                    statement.setLong(3, id);
                    statement.setLong(4, after);
                    statement.setInt(5, most);
                },
                this::step);
    }

    private List<JourneyView.Stay> stays(String sql, long item, int most) {
        return queries.list(
                sql,
                statement -> {
                    statement.setLong(1, item);
                    if (most > 0) {
                        statement.setInt(2, most);
                    }
                },
                rows ->
                        new JourneyView.Stay(
                                Level.valueOf(
                                        rows.getString("level").toUpperCase(java.util.Locale.ROOT)),
                                rows.getString("carrier"),
                                Queries.instant(rows, "from_at"),
                                Queries.instant(rows, "to_at"),
                                rows.getLong("events")));
    }

    /** The present stay at each level; null where nobody carried it. */
    private Map<Level, JourneyView.Stay> now(long item) {
        var now = new java.util.EnumMap<Level, JourneyView.Stay>(Level.class);
        stays(LAST_STAYS, item, 0).forEach(stay -> now.put(stay.level(), stay));
        return now;
    }

    private static JourneyView view(
            ResultSet item,
            String code,
            String reference,
            List<JourneyView.Step> events,
            List<JourneyView.Stay> stays,
            Map<Level, JourneyView.Stay> now)
            throws SQLException {
        var first = Queries.instant(item, "first_at");
        var last = Queries.instant(item, "last_at");
        var done = item.getBoolean("done");
        var total = item.getLong("events");
        return new JourneyView(
                reference,
                code,
                item.getString("type"),
                item.getObject("sla_met", Boolean.class),
                done,
                first,
                last,
                done ? Duration.between(first, last) : null,
                done ? null : Duration.between(first, Instant.now()),
                carriers(now, first),
                new JourneyView.Counts(
                        item.getLong("team_handoffs"),
                        item.getLong("department_handoffs"),
                        item.getLong("stage_handoffs")),
                new JourneyView.Counts(
                        item.getLong("team_ping_pongs"),
                        item.getLong("department_ping_pongs"),
                        item.getLong("stage_ping_pongs")),
                total,
                total <= MOST_SHOWN,
                events,
                stays);
    }

    private static JourneyView.Now carriers(Map<Level, JourneyView.Stay> now, Instant first) {
        var team = now.get(Level.TEAM);
        var department = now.get(Level.DEPARTMENT);
        var stage = now.get(Level.STAGE);
        var finest = team == null ? department : team;
        return new JourneyView.Now(
                carrier(team),
                since(team),
                carrier(department),
                since(department),
                carrier(stage),
                since(stage),
                finest == null ? first : finest.from());
    }

    private static String carrier(JourneyView.Stay stay) {
        return stay == null ? null : stay.carrier();
    }

    private static Instant since(JourneyView.Stay stay) {
        return stay == null ? null : stay.from();
    }

    private JourneyView.Step step(ResultSet rows) throws SQLException {
        return new JourneyView.Step(
                Queries.instant(rows, "occurred_at"),
                rows.getString("activity"),
                rows.getString("state"),
                rows.getString("department"),
                rows.getString("team"),
                rows.getString("actor"),
                rows.getString("event_id"),
                attributes(rows.getString("attributes")));
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
}
