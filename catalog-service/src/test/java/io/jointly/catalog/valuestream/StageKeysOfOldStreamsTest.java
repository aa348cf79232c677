package io.jointly.catalog.valuestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Streams of the first release get keys for their stages, whatever these are called. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StageKeysOfOldStreamsTest {
    @ConfigProperty(name = PostgresResource.ADMIN_URL)
    String adminUrl;

    @Test
    void namesStagesAfterWhatTheyAreCalledOrNumbersThem() throws SQLException {
        try (var admin = DriverManager.getConnection(adminUrl)) {
            admin.createStatement().execute("DROP DATABASE IF EXISTS before_keys");
            admin.createStatement().execute("CREATE DATABASE before_keys");
        }
        var url = adminUrl.replaceFirst("/postgres(?=\\?|$)", "/before_keys");
        flyway(url, "9?").migrate();
        try (var connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .execute(
                            "INSERT INTO department (version, created_at, updated_at, code, name, purpose, time_zone) VALUES (0, now(), now(), 'hr', 'HR', 'p', 'UTC')");
            stream(connection, 1, "Growth", "Prepare contract", "Grant rights!");
            stream(connection, 2, null, "Check", "Check");
            stream(connection, 3, null, "検査", "Welcome");
        }
        flyway(url, null).migrate();
        try (var connection = DriverManager.getConnection(url)) {
            assertThat(keys(connection, 1)).containsExactly("prepare-contract", "grant-rights");
            assertThat(keys(connection, 2)).containsExactly("stage-1", "stage-2");
            assertThat(keys(connection, 3)).containsExactly("stage-1", "stage-2");
            assertThat(
                            texts(
                                    connection,
                                    "SELECT theme FROM value_stream_theme ORDER BY value_stream_id"))
                    .containsExactly("Growth");
            // The version before adds streams without keys while both run.
            connection
                    .createStatement()
                    .execute(
                            "INSERT INTO value_stream_stage (value_stream_id, place, name, department, process_time, lead_time, complete_and_accurate) VALUES (3, 2, 'x', 'hr', 1, 1, 1)");
            assertThat(keys(connection, 3)).hasSize(3).doesNotHaveDuplicates();
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

    private static void stream(Connection connection, int id, String theme, String... stages)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "INSERT INTO value_stream (id, version, created_at, updated_at, code, name, purpose, outcome, theme) VALUES (?, 0, now(), now(), ?, 'n', 'p', 'o', ?)")) {
            statement.setInt(1, id);
            statement.setString(2, "s" + id);
            statement.setString(3, theme);
            statement.executeUpdate();
        }
        for (var place = 0; place < stages.length; place++) {
            try (var statement =
                    connection.prepareStatement(
                            "INSERT INTO value_stream_stage (value_stream_id, place, name, department, process_time, lead_time, complete_and_accurate) VALUES (?, ?, ?, 'hr', 1, 1, 1)")) {
                statement.setInt(1, id);
                statement.setInt(2, place);
                statement.setString(3, stages[place]);
                statement.executeUpdate();
            }
        }
    }

    private static List<String> keys(Connection connection, int stream) throws SQLException {
        return texts(
                connection,
                "SELECT stage_key FROM value_stream_stage WHERE value_stream_id = %d ORDER BY place"
                        .formatted(stream));
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
