package io.jointly.kit.feed;

import io.agroal.api.AgroalDataSource;
import io.jointly.kit.journal.CloudEvent;
import io.jointly.kit.journal.DatabaseException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Follows another service's change feed: each event is handled in one transaction together with the
 * note of how far we are, so it takes effect once, however often it is sent and however many
 * replicas follow.
 */
@ApplicationScoped
public class FeedFollower {
    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final int PAGE = 100;

    private final AgroalDataSource database;

    FeedFollower(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Handles all that is new. Meant to be called every second or so; stops at the first event that
     * fails and tries it again at the next call, since events must not overtake each other.
     */
    public void follow(String source, FeedClient feed, Consumer<CloudEvent> handler) {
        var position = reached(source);
        while (true) {
            var page = feed.changes(Long.toString(position), PAGE);
            for (var event : page.items()) {
                if (!handleOnce(source, position, event, handler)) {
                    return;
                }
                position = Long.parseLong(event.id());
            }
            if (page.items().size() < PAGE) {
                return;
            }
        }
    }

    private boolean handleOnce(
            String source, long expected, CloudEvent event, Consumer<CloudEvent> handler) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(
                            () -> {
                                if (!advance(source, expected, Long.parseLong(event.id()))) {
                                    return false; // another replica was faster
                                }
                                handler.accept(event);
                                return true;
                            });
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "Event %s of %s (%s) failed; it will be tried again",
                    event.id(),
                    source,
                    event.type());
            return false;
        }
    }

    private long reached(String source) {
        try (var connection = database.getConnection();
                var begin =
                        connection.prepareStatement(
                                "INSERT INTO feed_position (source, position) VALUES (?, 0) ON CONFLICT DO NOTHING");
                var read =
                        connection.prepareStatement(
                                "SELECT position FROM feed_position WHERE source = ?")) {
            begin.setString(1, source);
            begin.executeUpdate();
            read.setString(1, source);
            try (var rows = read.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private boolean advance(String source, long from, long to) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "UPDATE feed_position SET position = ? WHERE source = ? AND position = ?")) {
            statement.setLong(1, to);
            statement.setString(2, source);
            statement.setLong(3, from);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
