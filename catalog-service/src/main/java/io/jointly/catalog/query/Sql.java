package io.jointly.catalog.query;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements on a connection whose transaction is in somebody's hands already. */
public final class Sql {
    private Sql() {}

    /** Runs a statement, and says how many rows it changed. */
    public static int update(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** What a question of one truth value answers; false when it answers no row, or null. */
    public static boolean holds(Connection connection, String question, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
