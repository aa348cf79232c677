package io.jointly.catalog.signal;

import io.jointly.catalog.query.Queries;
import io.jointly.catalog.signal.Found.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Looks for signals. */
@ApplicationScoped
class Signals {
    private static final String ASKED =
            " WHERE (?::text IS NULL OR ?::text = ANY (departments)) AND (?::text IS NULL OR ?::text = ANY (concerns))";
    private static final String AFTER =
            " AND (gravity, kind_at, -weight, id) > (?, ?, ?, ? COLLATE \"C\")";
    private static final String ORDER =
            " ORDER BY gravity, kind_at, -weight, id COLLATE \"C\" LIMIT ?";

    private final Queries queries;

    Signals(Queries queries) {
        this.queries = queries;
    }

    List<Found> after(SignalFilter filter, String key, int most) {
        var after = key == null ? null : Place.of(key);
        var kinds = filter.wanted();
        if (kinds.isEmpty()) {
            return List.of();
        }
        return queries.list(
                "SELECT * FROM ("
                        + Statements.of(kinds)
                        + ") s"
                        + ASKED
                        + (after == null ? "" : AFTER)
                        + ORDER,
                statement -> {
                    var at = bind(statement, filter);
                    if (after != null) {
                        statement.setInt(at++, after.gravity());
                        statement.setInt(at++, after.kind());
                        statement.setLong(at++, -after.weight());
                        statement.setString(at++, after.id());
                    }
                    statement.setInt(at, most);
                },
                Reading::of);
    }

    long count(SignalFilter filter) {
        var kinds = filter.wanted();
        return kinds.isEmpty()
                ? 0
                : queries.number(
                        "SELECT count(*) FROM (" + Statements.of(kinds) + ") s" + ASKED,
                        statement -> bind(statement, filter));
    }

    private static int bind(PreparedStatement statement, SignalFilter filter) throws SQLException {
        statement.setString(1, filter.department());
        statement.setString(2, filter.department());
        statement.setString(3, filter.about());
        statement.setString(4, filter.about());
        return 5;
    }
}
