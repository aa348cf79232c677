package io.jointly.catalog.imports;

import io.jointly.catalog.query.Sql;
import io.jointly.kit.problem.StandardProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The sources of all streams. */
@ApplicationScoped
class Sources implements PanacheRepository<FlowSource> {
    private static final String CAME =
            """
            INSERT INTO flow_source AS s (version, created_at, updated_at, value_stream_id, name, imports, accepted, duplicate, rejected, last_import, last_import_at)
            VALUES (0, now(), now(), ?, ?, 1, ?, ?, ?, ?, ?)
            ON CONFLICT (value_stream_id, name) DO UPDATE
            SET imports = s.imports + 1,
                accepted = s.accepted + excluded.accepted,
                duplicate = s.duplicate + excluded.duplicate,
                rejected = s.rejected + excluded.rejected,
                last_import = greatest(s.last_import, excluded.last_import),
                last_import_at = greatest(s.last_import_at, excluded.last_import_at)
            """;
    private static final String TOOK_BACK =
            "UPDATE flow_source SET accepted = accepted - ? WHERE value_stream_id = ? AND name = ?";

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

    /**
     * Counts what came, and knows the source from then on. Within an import's transaction, last,
     * because others that send from it wait here.
     */
    static void came(Connection connection, long stream, long id, ImportResult result)
            throws SQLException {
        Sql.update(
                connection,
                CAME,
                stream,
                result.source(),
                result.accepted(),
                result.duplicate(),
                result.rejected(),
                id,
                result.finishedAt().atOffset(ZoneOffset.UTC));
    }

    /** Counts what an import brought no more. Within the transaction that takes it back. */
    static void tookBack(Connection connection, long stream, ImportResult result)
            throws SQLException {
        Sql.update(connection, TOOK_BACK, result.accepted(), stream, result.source());
    }
}
