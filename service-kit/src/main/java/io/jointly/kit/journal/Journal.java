package io.jointly.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.jointly.kit.http.Trace;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.link.Link;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes down every change, in the transaction that makes it: what the audit trail and the change
 * feed are read from.
 *
 * <p>One row gives both, so neither can miss what the other has. Rows are numbered under a lock on
 * the head, held until commit: positions follow the order of commits and have no gap, and each
 * row's hash covers the row before it. Call it last in a use case, so that the lock is held for
 * moments only.
 */
@ApplicationScoped
public class Journal {
    private static final String APPEND =
            """
            WITH entry AS (
                SELECT clock_timestamp() AS at, ?::text AS actor, ?::text AS behalf, ?::text AS client, ?::text AS action,
                       ?::text AS subject, ?::text AS before, ?::text AS after, ?::text AS trace
            ), head AS (
                UPDATE journal_head h
                SET position = h.position + 1,
                    hash = journal_hash(h.hash, h.position + 1, e.at, e.actor, e.behalf, e.client, e.action, e.subject, e.before, e.after, e.trace)
                FROM entry e
                RETURNING h.position, h.hash
            )
            INSERT INTO journal (position, recorded_at, actor, on_behalf_of, client, action, subject, before, after, traceparent, hash)
            SELECT head.position, e.at, e.actor, e.behalf, e.client, e.action, e.subject, e.before, e.after, e.trace, head.hash
            FROM entry e, head
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Caller caller;
    private final String self;

    Journal(
            AgroalDataSource database,
            ObjectMapper json,
            Caller caller,
            @ConfigProperty(name = "quarkus.application.name") String self) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.self = self;
    }

    /**
     * Records what the caller did.
     *
     * @param action thing and happening, for instance {@code objective.accepted}
     * @param subject what it happened to
     * @param before the view before, null for something new
     * @param after the view now, null for something gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, Link subject, Object before, Object after) {
        if (Arc.container().requestContext().isActive() && !caller.id().isEmpty()) {
            append(caller.id(), null, caller.client(), action, subject, before, after);
        } else {
            recordConsequence(action, subject, before, after, null);
        }
    }

    /**
     * Records what a service did by itself: a clock ran out, another service's change was followed.
     *
     * @param onBehalfOf whose act it follows from; null when nobody's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordConsequence(
            String action, Link subject, Object before, Object after, String onBehalfOf) {
        append("service:" + self, onBehalfOf, self, action, subject, before, after);
    }

    private void append(
            String actor,
            String behalf,
            String client,
            String action,
            Link subject,
            Object before,
            Object after) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(APPEND)) {
            statement.setString(1, actor);
            statement.setString(2, behalf);
            statement.setString(3, client);
            statement.setString(4, action);
            statement.setString(5, subject.toString());
            statement.setString(6, write(before));
            statement.setString(7, write(after));
            statement.setString(8, Trace.current());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException(
                        "The journal has lost its head; nothing is written");
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private String write(Object view) {
        try {
            return view == null ? null : json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view that cannot be written as JSON", e);
        }
    }
}
