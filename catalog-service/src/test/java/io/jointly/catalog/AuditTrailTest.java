package io.jointly.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C11 of our trust tests, small: whoever owns the database cannot change the trail unseen. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuditTrailTest {
    private static final List<String> FORGERIES =
            List.of(
                    "UPDATE journal SET actor = 'somebody-else' WHERE position = :p",
                    "UPDATE journal SET on_behalf_of = 'somebody-else' WHERE position = :p",
                    "UPDATE journal SET recorded_at = recorded_at - interval '1 second' WHERE position = :p",
                    "UPDATE journal SET action = 'department.changed' WHERE position = :p",
                    "UPDATE journal SET subject = 'department:other' WHERE position = :p",
                    "UPDATE journal SET after = replace(after, 'Test', 'Other') WHERE position = :p",
                    "UPDATE journal SET before = '{}' WHERE position = :p",
                    "UPDATE journal SET hash = sha256('x') WHERE position = :p",
                    "UPDATE journal SET position = -position WHERE position = :p",
                    "DELETE FROM journal WHERE position = :p",
                    "DELETE FROM journal WHERE position >= :p",
                    "DELETE FROM journal",
                    "UPDATE journal_head SET position = position - 1",
                    "UPDATE journal_head SET hash = sha256('x')",
                    "DELETE FROM journal_head",
                    "UPDATE journal a SET actor = b.actor, after = b.after, subject = b.subject FROM journal b WHERE a.position = :p AND b.position = :p - 1",
                    "INSERT INTO journal SELECT max(position) + 1, now(), 'x', NULL, 'x', 'x', 'x', NULL, NULL, 'x', sha256('x') FROM journal");

    @ConfigProperty(name = PostgresResource.ADMIN_URL)
    String adminUrl;

    @BeforeEach
    void threeEntriesAtLeast() {
        for (var i = 0; i < 3; i++) {
            given().auth()
                    .oauth2(Tokens.admin())
                    .contentType("application/json")
                    .body(
                            "{\"code\":\"a%s\",\"name\":\"Test\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                                    .formatted(UUID.randomUUID().toString().substring(0, 8)))
                    .post("/api/catalog/v1/departments")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void showsEveryForgery() throws SQLException {
        assertThat(verification().getBoolean("intact")).isTrue();
        var position = verification().getLong("entries") - 1;
        for (var forgery : FORGERIES) {
            keepingACopy(
                    () -> {
                        database(forgery.replace(":p", Long.toString(position)));
                        assertThat(verification().getBoolean("intact")).as(forgery).isFalse();
                    });
            assertThat(verification().getBoolean("intact")).as("restored").isTrue();
        }
        System.out.printf("C11: %d forgeries, all shown%n", FORGERIES.size());
    }

    @Test
    void doesNothingRatherThanWriteWithoutATrail() throws SQLException {
        keepingACopy(
                () -> {
                    database("DELETE FROM journal_head");
                    var code = "a" + UUID.randomUUID().toString().substring(0, 8);
                    given().auth()
                            .oauth2(Tokens.admin())
                            .contentType("application/json")
                            .body(
                                    "{\"code\":\"%s\",\"name\":\"Test\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                                            .formatted(code))
                            .post("/api/catalog/v1/departments")
                            .then()
                            .statusCode(500);
                    given().auth()
                            .oauth2(Tokens.admin())
                            .get("/api/catalog/v1/departments/" + code)
                            .then()
                            .statusCode(404);
                });
    }

    private static JsonPath verification() {
        return given().auth()
                .oauth2(Tokens.admin())
                .get("/api/catalog/v1/audit/verification")
                .jsonPath();
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void keepingACopy(Work work) throws SQLException {
        database("CREATE TABLE journal_copy AS TABLE journal");
        database("CREATE TABLE head_copy AS TABLE journal_head");
        try {
            work.run();
        } finally {
            database(
                    "DELETE FROM journal; INSERT INTO journal TABLE journal_copy; DROP TABLE journal_copy");
            database(
                    "DELETE FROM journal_head; INSERT INTO journal_head TABLE head_copy; DROP TABLE head_copy");
        }
    }

    private void database(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                adminUrl.replace("/postgres?", "/jointly_test?"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
