package io.jointly.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What callers see while the database is away or busy, and that the service recovers by itself. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OutageTest {
    private static final String DEPARTMENTS = "/api/catalog/v1/departments";

    @Inject AgroalDataSource database;

    @ConfigProperty(name = PostgresResource.ADMIN_URL)
    String adminUrl;

    @Test
    void saysSoWhileTheDatabaseIsAwayAndGoesOnWhenItIsBack() throws Exception {
        read().statusCode(200);
        admin("ALTER ROLE test CONNECTION LIMIT 0");
        try {
            admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'test'");
            unavailable(read());
            unavailable(add(UUID.randomUUID().toString(), "away"));
        } finally {
            admin("ALTER ROLE test CONNECTION LIMIT -1");
        }
        Thread.sleep(600); // the pool looks before it gives out what was idle for half a second
        read().statusCode(200);
    }

    @Test
    void refusesQuicklyWhenAllConnectionsAreInUse() throws Exception {
        var taken = new ArrayList<Connection>();
        try {
            for (var i = 0;
                    i < database.getConfiguration().connectionPoolConfiguration().maxSize();
                    i++) {
                taken.add(database.getConnection());
            }
            unavailable(read()).time(lessThan(Duration.ofSeconds(5).toMillis()));
            unavailable(add(UUID.randomUUID().toString(), "busy"));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        read().statusCode(200);
    }

    @Test
    void aRefusalForWantOfADatabaseIsNotStoredAsTheAnswer() throws Exception {
        var key = UUID.randomUUID().toString();
        var code = "o" + key.substring(0, 8);
        admin("ALTER ROLE test CONNECTION LIMIT 0");
        try {
            admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'test'");
            unavailable(add(key, code));
        } finally {
            admin("ALTER ROLE test CONNECTION LIMIT -1");
        }
        Thread.sleep(600); // the pool looks before it gives out what was idle for half a second
        add(key, code).statusCode(201);
    }

    @Test
    void theRunTimeRoleCannotRewriteHistory() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql :
                    new String[] {
                        "UPDATE journal SET actor = 'somebody else'",
                        "DELETE FROM journal",
                        "TRUNCATE journal",
                        "DELETE FROM journal_head",
                        "DROP TABLE journal",
                        "CREATE TABLE mine (id int)"
                    }) {
                assertThat(refusal(statement, sql)).as(sql).isEqualTo("42501");
            }
        }
    }

    private static String refusal(java.sql.Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "none";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static ValidatableResponse read() {
        return given().auth().oauth2(Tokens.nobody()).get(DEPARTMENTS).then();
    }

    private static ValidatableResponse add(String key, String code) {
        return given().auth()
                .oauth2(Tokens.admin())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(
                        "{\"code\":\"%s\",\"name\":\"Test\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                                .formatted(code))
                .post(DEPARTMENTS)
                .then();
    }

    private static ValidatableResponse unavailable(ValidatableResponse response) {
        return response.statusCode(503)
                .contentType(startsWith("application/problem+json"))
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/docs/problems/unavailable"));
    }

    private void admin(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(adminUrl);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
