package io.jointly.catalog.query;

import io.agroal.api.AgroalDataSource;
import io.jointly.kit.journal.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Asks the database, and reads its answers. */
@ApplicationScoped
public class Queries {
    /** Sets the parameters of a statement. */
    public interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    /** Makes something of an answer, or of the row that it stands at. */
    public interface Reading<T> {
        T from(ResultSet rows) throws SQLException;
    }

    private final AgroalDataSource database;

    Queries(AgroalDataSource database) {
        this.database = database;
    }

    public <T> T read(String sql, Binding binding, Reading<T> reading) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.on(statement);
            try (var rows = statement.executeQuery()) {
                return reading.from(rows);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** One reading for each row. */
    public <T> List<T> list(String sql, Binding binding, Reading<T> reading) {
        return read(
                sql,
                binding,
                rows -> {
                    var found = new ArrayList<T>();
                    while (rows.next()) {
                        found.add(reading.from(rows));
                    }
                    return found;
                });
    }

    /** The number in the first row's first column. */
    public long number(String sql, Binding binding) {
        return read(sql, binding, rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    public static Instant instant(ResultSet rows, String column) throws SQLException {
        var time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** Four decimals are more than any of these figures can mean. */
    public static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    public static double hours(double milliseconds) {
        return rounded(milliseconds / 3_600_000);
    }

    /** Null where there is no whole to be a part of. */
    public static Double share(double part, double whole) {
        return whole == 0 ? null : rounded(part / whole);
    }
}
