package io.jointly.governance.waiting;

import io.jointly.governance.reference.Sql;
import io.jointly.governance.worktime.Now;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.link.Link;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds what waits for the caller, in one question to the database. */
@ApplicationScoped
class WaitingService {
    private static final String WAITING =
            """
            WITH mine AS (SELECT unnest(?::text[]) AS department),
            waiting AS (
                SELECT 'ACKNOWLEDGE_ESCALATION' AS kind, 'escalation:ESC-' || e.id AS subject, e.title, mine.department,
                       e.created_at AS since, e.due_at AS due
                FROM mine JOIN escalation e ON e.departments @> ARRAY[mine.department]::varchar[] AND e.state <> 'RESOLVED'
                WHERE e.state = 'PEERS' AND e.raised_by_department <> mine.department
                  AND NOT e.acknowledgements @> jsonb_build_array(jsonb_build_object('department', mine.department))
                UNION ALL
                SELECT 'AGREE_RESOLUTION', 'escalation:ESC-' || e.id, e.title, mine.department,
                       (e.proposal ->> 'at')::timestamptz, e.due_at
                FROM mine JOIN escalation e ON e.departments @> ARRAY[mine.department]::varchar[] AND e.state <> 'RESOLVED'
                WHERE e.state = 'PEERS' AND e.proposal IS NOT NULL AND NOT jsonb_exists(e.proposal -> 'agreed', mine.department)
                UNION ALL
                SELECT 'VOTE', 'decision:DEC-' || d.id, d.question, mine.department, d.created_at, d.closes_at
                FROM mine JOIN decision d ON d.departments @> ARRAY[mine.department]::varchar[] AND d.state = 'OPEN'
                WHERE d.closes_at >= ?
                  AND NOT d.votes @> jsonb_build_array(jsonb_build_object('department', mine.department))
                UNION ALL
                SELECT 'DECIDE_OUTCOME', 'decision:DEC-' || d.id, d.question, mine.department, d.updated_at, d.closes_at
                FROM mine JOIN decision d ON d.departments @> ARRAY[mine.department]::varchar[] AND d.state = 'OPEN'
                WHERE d.driver_department = mine.department AND jsonb_array_length(d.votes) = cardinality(d.departments)
                UNION ALL
                SELECT 'RESOLVE_ESCALATION', 'escalation:ESC-' || e.id, e.title, NULL, e.climbed_at, e.due_at
                FROM escalation e WHERE ? AND e.state = 'CLIMBED'
            )
            SELECT kind, subject, title, department, since, due FROM waiting ORDER BY due, subject, department LIMIT 200
            """;

    private final Sql sql;
    private final Caller caller;
    private final Now now;

    WaitingService(Sql sql, Caller caller, Now now) {
        this.sql = sql;
        this.caller = caller;
        this.now = now;
    }

    WaitingList forCaller() {
        return new WaitingList(
                sql.query(
                        WAITING,
                        row ->
                                new WaitingItem(
                                        WaitingKind.valueOf(row.getString("kind")),
                                        Link.parse(row.getString("subject")),
                                        row.getString("title"),
                                        row.getString("department"),
                                        Sql.instant(row, "since"),
                                        Sql.instant(row, "due")),
                        caller.headOf(),
                        now.instant(),
                        caller.is(Roles.SPONSOR)));
    }
}
