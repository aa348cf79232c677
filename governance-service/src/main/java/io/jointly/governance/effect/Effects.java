package io.jointly.governance.effect;

import io.jointly.governance.reference.Sql;
import io.jointly.kit.link.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The objectives that link to our records, their key results and what was measured. */
@ApplicationScoped
public class Effects {
    private static final String EFFECTS =
            """
            SELECT o.link, k.objective, k.reference, k.title, k.unit, k.direction, latest.value AS latest, latest.at AS latest_at,
                   CASE WHEN asked.decided_at IS NULL THEN NULL ELSE COALESCE(before.value, k.baseline, first.value) END AS at_decision
            FROM unnest(?::text[], ?::timestamptz[]) AS asked (link, decided_at)
            JOIN objective_link o ON o.link = asked.link
            JOIN followed_key_result k ON k.objective = o.objective AND k.bound
            LEFT JOIN LATERAL (SELECT m.value, m.at FROM measurement m WHERE m.key_result = k.reference
                               ORDER BY m.at DESC LIMIT 1) latest ON true
            LEFT JOIN LATERAL (SELECT m.value FROM measurement m WHERE m.key_result = k.reference AND m.at <= asked.decided_at
                               ORDER BY m.at DESC LIMIT 1) before ON true
            LEFT JOIN LATERAL (SELECT m.value FROM measurement m WHERE m.key_result = k.reference
                               ORDER BY m.at LIMIT 1) first ON true
            ORDER BY k.objective, k.reference
            """;

    private final Sql sql;

    Effects(Sql sql) {
        this.sql = sql;
    }

    /** The objectives that link to each of these records; nothing for those without any. */
    public Map<String, List<String>> objectivesOf(Collection<String> links) {
        return grouped(
                sql.query(
                        "SELECT link, objective FROM objective_link WHERE link = ANY (?) ORDER BY objective",
                        row -> Map.entry(row.getString("link"), row.getString("objective")),
                        links));
    }

    /**
     * The effect of each decision, in one question for all of them.
     *
     * @param decidedAt when each was decided, by link; a null value for one that is open
     */
    public Map<String, List<Effect>> of(Map<String, Instant> decidedAt) {
        var moments = new ArrayList<String>();
        decidedAt
                .values()
                .forEach(
                        at ->
                                moments.add(
                                        at == null
                                                ? null
                                                : at.atOffset(ZoneOffset.UTC).toString()));
        return grouped(
                sql.query(
                        EFFECTS,
                        row ->
                                Map.entry(
                                        row.getString("link"),
                                        Effect.of(
                                                row.getString("objective"),
                                                row.getString("reference"),
                                                row.getString("title"),
                                                row.getString("unit"),
                                                Direction.valueOf(row.getString("direction")),
                                                row.getBigDecimal("at_decision"),
                                                row.getBigDecimal("latest"),
                                                Sql.instant(row, "latest_at"))),
                        decidedAt.keySet(),
                        moments));
    }

    /** The records of ours that an objective links to, as far as we know. */
    public List<Link> linksOf(String objective) {
        return sql.query(
                "SELECT link FROM objective_link WHERE objective = ? ORDER BY link",
                row -> Link.parse(row.getString("link")),
                objective);
    }

    /** Takes in which of our records an objective links to by now. */
    public void attach(String objective, Collection<Link> links) {
        var now = links.stream().map(Link::toString).toList();
        sql.update(
                "DELETE FROM objective_link WHERE objective = ? AND NOT link = ANY (?)",
                objective,
                now);
        sql.update(
                "INSERT INTO objective_link (link, objective) SELECT unnest(?::text[]), ? ON CONFLICT DO NOTHING",
                now,
                objective);
    }

    /** Takes in a key result and its latest value; the same one again changes nothing. */
    public void measure(FollowedKeyResult keyResult) {
        sql.update(
                """
                INSERT INTO followed_key_result (reference, objective, title, unit, direction, bound, baseline)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (reference) DO UPDATE
                SET title = excluded.title, unit = excluded.unit, direction = excluded.direction,
                    bound = excluded.bound, baseline = excluded.baseline
                """,
                keyResult.reference(),
                keyResult.objective(),
                keyResult.title(),
                keyResult.unit(),
                keyResult.direction().name(),
                keyResult.bound(),
                keyResult.baseline());
        if (keyResult.latest() != null) {
            sql.update(
                    "INSERT INTO measurement (key_result, at, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    keyResult.reference(),
                    keyResult.latestAt(),
                    keyResult.latest());
        }
    }

    private static <T> Map<String, List<T>> grouped(List<Map.Entry<String, T>> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                LinkedHashMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
