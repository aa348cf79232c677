package io.jointly.catalog.imports;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asIntegrator;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.figures;
import static io.jointly.catalog.Streams.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.Streams;
import io.jointly.catalog.flow.Journeys;
import io.jointly.catalog.query.Queries;
import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportReversalTest {
    @Inject AgroalDataSource database;
    @Inject TakingBack takingBack;
    @Inject Queries queries;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leavesEveryFigureAsIfTheImportHadNeverCome(long seed) {
        var random = new Random(seed);
        var stream = Streams.create();
        send(stream, randomEvents(random)).statusCode(200);
        var before = figures(stream);
        String second = send(stream, randomEvents(random)).statusCode(200).extract().path("import");
        assertThat(figures(stream)).isNotEqualTo(before);

        asIntegrator()
                .header("If-Match", "\"1\"")
                .post(BASE + stream + "/imports/" + second + "/reversal")
                .then()
                .statusCode(200)
                .body("import", equalTo(second))
                .body("reversedAt", notNullValue())
                .body("reversedBy", notNullValue())
                .header("ETag", equalTo("\"2\""));

        Streams.awaitFigures(stream);
        assertThat(figures(stream)).isEqualTo(before);
    }

    @Test
    void happensOnceAndByThoseWhoMayImport() {
        var stream = Streams.create();
        String reference =
                send(stream, event("A", "2026-01-05T09:00:00Z", "New", "one"))
                        .extract()
                        .path("import");
        var path = BASE + stream + "/imports/" + reference + "/reversal";
        given().auth()
                .oauth2(Tokens.head("somebody-else"))
                .header("If-Match", "*")
                .post(path)
                .then()
                .statusCode(403);
        Streams.asOwner().post(path).then().statusCode(428);
        Streams.asOwner().header("If-Match", "\"7\"").post(path).then().statusCode(412);
        Streams.asOwner().header("If-Match", "*").post(path).then().statusCode(200);
        Streams.awaitFigures(stream);
        asReader().get(BASE + stream + "/flow").then().body("workItems", equalTo(0));
        asReader().get(BASE + stream + "/work-items/A").then().statusCode(404);
        Streams.asOwner()
                .header("If-Match", "*")
                .post(path)
                .then()
                .statusCode(409)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/import-reversed"));
        Streams.asOwner()
                .header("If-Match", "*")
                .post(BASE + stream + "/imports/IMP-999999999/reversal")
                .then()
                .statusCode(404);
        asReader()
                .get(BASE + stream + "/imports")
                .then()
                .body("items[0].import", equalTo(reference))
                .body("items[0].reversedAt", notNullValue());
        // What was taken back can come again.
        send(stream, event("A", "2026-01-05T09:00:00Z", "New", "one")).body("accepted", equalTo(1));
    }

    @Test
    void leavesNoNameInAnySum() {
        var stream = Streams.create();
        var name = "gone-" + stream;
        String reference =
                send(
                                stream,
                                event("A", "2026-01-05T09:00:00Z", "New", "one")
                                        + event("A", "2026-01-05T10:00:00Z", "Active", name))
                        .extract()
                        .path("import");
        assertThat(rowsNaming(name)).isPositive();
        Streams.asOwner()
                .header("If-Match", "*")
                .post(BASE + stream + "/imports/" + reference + "/reversal")
                .then()
                .statusCode(200);
        Streams.awaitFigures(stream);
        assertThat(rowsNaming(name)).isZero();
    }

    @Test
    void waitsForAnotherUserOfTheStreamNoLongerThanItIsAskedTo() throws SQLException {
        var stream = Streams.create();
        String reference =
                send(stream, event("A", "2026-01-05T09:00:00Z", "New", "one"))
                        .extract()
                        .path("import");
        var id =
                queries.number(
                        "SELECT id FROM value_stream WHERE code = ?",
                        statement -> statement.setString(1, stream));
        try (var another = database.getConnection();
                var lock = another.prepareStatement("SELECT pg_advisory_lock(4711, ?)")) {
            lock.setInt(1, Math.toIntExact(id));
            lock.execute();
            Streams.asOwner()
                    .header("If-Match", "*")
                    .post(BASE + stream + "/imports/" + reference + "/reversal")
                    .then()
                    .statusCode(200);
            assertThatThrownBy(() -> takingBack.finish(id, Duration.ofMillis(200)))
                    .isInstanceOf(Journeys.StreamBusy.class);
            another.createStatement().execute("SELECT pg_advisory_unlock_all()");
        }
        Streams.awaitFigures(stream);
        asReader().get(BASE + stream + "/flow").then().body("workItems", equalTo(0));
    }

    private long rowsNaming(String carrier) {
        return queries.number(
                """
                SELECT (SELECT count(*) FROM flow_pair WHERE ? IN (giver, receiver)) + (SELECT count(*) FROM flow_carrier WHERE carrier = ?)
                     + (SELECT count(*) FROM stay WHERE carrier = ?)
                """,
                statement -> {
                    for (var place = 1; place <= 3; place++) {
                        statement.setString(place, carrier);
                    }
                });
    }

    private static String randomEvents(Random random) {
        var lines = new StringBuilder();
        for (var i = 0; i < 60; i++) {
            lines.append(
                    event(
                            "I" + random.nextInt(12),
                            "2026-0%d-%02dT%02d:00:00Z"
                                    .formatted(
                                            1 + random.nextInt(5),
                                            1 + random.nextInt(28),
                                            random.nextInt(24)),
                            List.of("New", "Active", "Resolved", "Closed").get(random.nextInt(4)),
                            random.nextInt(6) == 0 ? null : "t" + random.nextInt(4)));
        }
        return lines.toString();
    }
}
