package io.jointly.catalog.imports;

import io.jointly.catalog.query.Queries;
import io.jointly.kit.problem.StandardProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sources of all streams. */
@ApplicationScoped
class Sources implements PanacheRepository<FlowSource> {
    private static final String KNOW =
            """
            INSERT INTO flow_source (version, created_at, updated_at, value_stream_id, name) VALUES (0, now(), now(), ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String TOTALS =
            """
            SELECT source, count(*), coalesce(sum(accepted) FILTER (WHERE reversed_at IS NULL), 0), sum(duplicate), sum(rejected), max(id), max(finished_at)
            FROM flow_import WHERE value_stream_id = ? AND source = ANY (?) GROUP BY source
            """;

    private final Queries queries;

    Sources(Queries queries) {
        this.queries = queries;
    }

    Optional<FlowSource> named(long stream, String name) {
        return find("valueStreamId = ?1 and name = ?2", stream, name).firstResultOptional();
    }

    FlowSource require(long stream, String name) {
        return named(stream, name).orElseThrow(() -> StandardProblem.notFound("source", name));
    }

    List<FlowSource> after(long stream, String name, int most) {
        return find(
                        "valueStreamId = :stream and name > :after order by name",
                        Parameters.with("stream", stream).and("after", name == null ? "" : name))
                .page(0, most)
                .list();
    }

    long count(long stream) {
        return count("valueStreamId", stream);
    }

    /** Within an import's transaction, last, because others that send from it first wait here. */
    static void know(Connection connection, long stream, String name) throws SQLException {
        try (var statement = connection.prepareStatement(KNOW)) {
            statement.setLong(1, stream);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    /** What has come from them, by name; nothing of a source that has not sent yet. */
    Map<String, SourceView.Totals> totals(long stream, List<String> names) {
        return queries.read(
                TOTALS,
                statement -> {
                    statement.setLong(1, stream);
                    statement.setArray(
                            2, statement.getConnection().createArrayOf("text", names.toArray()));
                },
                rows -> {
                    var totals = new HashMap<String, SourceView.Totals>();
                    while (rows.next()) {
                        totals.put(rows.getString(1), totals(rows));
                    }
                    return totals;
                });
    }

    private static SourceView.Totals totals(ResultSet rows) throws SQLException {
        return new SourceView.Totals(
                rows.getLong(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5),
                "IMP-" + rows.getLong(6),
                rows.getObject(7, OffsetDateTime.class).toInstant());
    }
}
