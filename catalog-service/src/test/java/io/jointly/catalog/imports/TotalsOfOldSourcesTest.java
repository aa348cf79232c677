package io.jointly.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Sources that were there before totals were kept with them have those of their imports. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TotalsOfOldSourcesTest {
    @ConfigProperty(name = PostgresResource.ADMIN_URL)
    String adminUrl;

    @Test
    void addsUpWhatCameBefore() throws SQLException {
        try (var admin = DriverManager.getConnection(adminUrl)) {
            admin.createStatement().execute("DROP DATABASE IF EXISTS before_totals");
            admin.createStatement().execute("CREATE DATABASE before_totals");
        }
        var url = adminUrl.replaceFirst("/postgres(?=\\?|$)", "/before_totals");
        flyway(url, "21").migrate();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO value_stream (id, version, created_at, updated_at, code, name, purpose, outcome) VALUES (1, 0, now(), now(), 's', 'n', 'p', 'o');
                    INSERT INTO flow_source (version, created_at, updated_at, value_stream_id, name) VALUES (0, now(), now(), 1, 'desk'), (0, now(), now(), 1, 'silent');
                    INSERT INTO flow_import (id, value_stream_id, source, imported_by, started_at, finished_at, events, accepted, duplicate, rejected, work_items, rejections, reversed_at)
                    VALUES (7, 1, 'desk', 'a', now(), '2026-01-01T00:00:00Z', 9, 5, 3, 1, 2, '[]', NULL),
                           (8, 1, 'desk', 'a', now(), '2026-01-02T00:00:00Z', 9, 4, 3, 2, 2, '[]', now())
                    """);
        }
        flyway(url, null).migrate();
        try (var connection = DriverManager.getConnection(url);
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT name || ' ' || imports || ' ' || accepted || ' ' || duplicate || ' ' || rejected || ' ' || coalesce(last_import, 0) || ' ' || (coalesce(last_import_at = '2026-01-02T00:00:00Z', false)) FROM flow_source ORDER BY name")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("desk 2 5 6 3 8 true");
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("silent 0 0 0 0 0 false");
        }
    }

    private static Flyway flyway(String url, String target) {
        var configuration =
                Flyway.configure()
                        .dataSource(url, "postgres", "postgres")
                        .locations("db/kit", "db/migration")
                        .outOfOrder(true)
                        .placeholders(Map.of("runtimeRole", "test"));
        return (target == null ? configuration : configuration.target(target)).load();
    }
}
