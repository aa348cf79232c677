package io.jointly.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

/**
 * A real PostgreSQL for the tests of a module: one server per test run, with the owner role that
 * migrates and the run-time role that may not, as in production.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    /** Configuration key of the address by which a test may act as the database's administrator. */
    public static final String ADMIN_URL = "jointly.test.database-admin-url";

    private static final String OWNER = "test_owner";
    private static final String RUN_TIME = "test";

    private static EmbeddedPostgres server;
    private static IdentityProvider identity;

    @Override
    public Map<String, String> start() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
                prepare();
                identity = IdentityProvider.start();
            }
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://localhost:" + server.getPort() + "/jointly_test",
                    "quarkus.datasource.username",
                    RUN_TIME,
                    "quarkus.datasource.password",
                    RUN_TIME,
                    "quarkus.flyway.username",
                    OWNER,
                    "quarkus.flyway.password",
                    OWNER,
                    "jointly.oidc.url",
                    identity.url(),
                    ADMIN_URL,
                    server.getJdbcUrl("postgres", "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void prepare() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(OWNER, OWNER));
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(RUN_TIME, RUN_TIME));
            statement.execute("CREATE DATABASE jointly_test OWNER " + OWNER);
        }
        try (var connection = server.getDatabase("postgres", "jointly_test").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER SCHEMA public OWNER TO " + OWNER);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = null;
            identity.stop();
        }
    }
}
