package io.jointly.okr.objective;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.kit.testing.PostgresResource;
import io.jointly.okr.testing.OkrTest;
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

/** Objectives from before shares were proposed: what was accepted stays, the rest is parted. */
@QuarkusTest
class SharesOfOldObjectivesTest extends OkrTest {
    @ConfigProperty(name = PostgresResource.ADMIN_URL)
    String adminUrl;

    @Test
    void partWhatIsLeftAmongThoseWhoHadNotAccepted() throws SQLException {
        try (var admin = DriverManager.getConnection(adminUrl)) {
            admin.createStatement().execute("DROP DATABASE IF EXISTS before_shares");
            admin.createStatement().execute("CREATE DATABASE before_shares");
        }
        var url = adminUrl.replaceFirst("/postgres(?=\\?|$)", "/before_shares");
        flyway(url, "4").migrate();
        try (var connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .execute(
                            "INSERT INTO cycle (id, version, created_at, updated_at, code, name, starts_on, ends_on) VALUES (1, 0, now(), now(), 'c', 'C', '2026-01-01', '2026-12-31')");
            owners(connection, 1, "60 50 now()", "40 50 now()");
            owners(connection, 2, "90 10 now()", "NULL NULL NULL", "NULL NULL NULL", "5 5 NULL");
            owners(connection, 3, "NULL NULL NULL", "NULL NULL NULL", "NULL NULL NULL");
            owners(connection, 4, "70 70 NULL", "30 30 NULL");
        }
        flyway(url, null).migrate();
        try (var connection = DriverManager.getConnection(url)) {
            assertThat(shares(connection, 1)).containsExactly("60 50", "40 50");
            assertThat(shares(connection, 2)).containsExactly("90 10", "4 30", "3 30", "3 30");
            assertThat(shares(connection, 3)).containsExactly("34 34", "33 33", "33 33");
            assertThat(shares(connection, 4))
                    .as("asked again on shares that make the whole")
                    .containsExactly("70 70", "30 30");
            assertThat(texts(connection, "SELECT version FROM objective ORDER BY id"))
                    .as("only those that look different have another ETag")
                    .containsExactly("0", "1", "1", "0");
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

    /** Each owner as risk share, reward share, and when it accepted. */
    private static void owners(Connection connection, int id, String... owners)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO objective (id, version, created_at, updated_at, cycle_id, title, why, kind, state, joint, created_by, asked_at) VALUES (%d, 0, now(), now(), 1, 't', 'w', 'COMMITTED', 'DRAFT', true, 'x', now())"
                            .formatted(id));
            for (var place = 0; place < owners.length; place++) {
                var said = owners[place].split(" ");
                statement.execute(
                        "INSERT INTO objective_owner (objective_id, department, place, department_check, accepted_at, accepted_by, commitment, contribution, what_is_in_it_for_us, risk_share, reward_share) VALUES (%d, 'd%d', %d, 'VERIFIED', %s, %s, 'c', 'c', 'w', %s, %s)"
                                .formatted(
                                        id,
                                        place,
                                        place,
                                        said[2],
                                        said[2].equals("NULL") ? "NULL" : "'x'",
                                        said[0],
                                        said[1]));
            }
        }
    }

    private static List<String> shares(Connection connection, int objective) throws SQLException {
        return texts(
                connection,
                "SELECT risk_share || ' ' || reward_share FROM objective_owner WHERE objective_id = %d ORDER BY place"
                        .formatted(objective));
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
