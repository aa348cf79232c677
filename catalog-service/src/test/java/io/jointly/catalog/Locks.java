package io.jointly.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Holds requests up where they meet, so that tests of what happens at once do not depend on luck.
 */
public final class Locks {
    private Locks() {}

    /** Takes a stream's row, as a change of the stream does, until the connection commits. */
    public static void take(Connection connection, String stream) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement =
                connection.prepareStatement(
                        "SELECT 1 FROM value_stream WHERE code = ? FOR NO KEY UPDATE")) {
            statement.setString(1, stream);
            statement.executeQuery().next();
        }
    }

    /** Waits until each request is answered or waits for what the connection holds. */
    public static void settle(Connection connection, List<? extends Future<?>> requests)
            throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + 30_000_000_000L;
        try (var statement =
                connection.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0")) {
            while (System.nanoTime() < deadline) {
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    var answered = requests.stream().filter(Future::isDone).count();
                    if (rows.getLong(1) + answered >= requests.size()) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("The requests neither wait nor are answered");
    }
}
