package io.jointly.catalog.imports;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asIntegrator;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.send;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SourceResourceTest {
    private static final String CSV =
            "{\"format\":\"csv\",\"mapping\":{\"workItem\":\"id\",\"occurredAt\":\"at\",\"activity\":\"what\",\"team\":\"team\",\"timeFormat\":\"d/M/uuuu HH:mm\",\"timeZone\":\"Europe/Paris\",\"delimiter\":\";\"},\"note\":\"nightly\"}";
    private static final String FILE = "id;at;what;team\nA;5/1/2026 10:00;New;one\n";

    @ConfigProperty(name = PostgresResource.ADMIN_URL)
    String adminUrl;

    @Test
    void keepsTheMappingSoThatImportsNeedNone() {
        var stream = Streams.create();
        put(asOwner(), stream, CSV)
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("state", equalTo("open"))
                .body("mapping.timeZone", equalTo("Europe/Paris"))
                .body("mapping.lifecycle", nullValue())
                .body("totals.imports", equalTo(0));
        file(stream).statusCode(200).body("accepted", equalTo(1)).body("source", equalTo("desk"));
        asReader()
                .get(BASE + stream + "/work-items/A")
                .then()
                .body("firstAt", equalTo("2026-01-05T09:00:00Z"));
        asReader()
                .get(BASE + stream + "/sources")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("desk")))
                .body("items[0].totals.imports", equalTo(1))
                .body("items[0].totals.accepted", equalTo(1))
                .body("items[0].totals.lastImport", startsWith("IMP-"));
    }

    @Test
    void changesOnlyWhatTheCallerHasSeen() {
        var stream = Streams.create();
        var tag = put(asOwner(), stream, CSV).extract().header("ETag");
        problem(put(asOwner(), stream, CSV), 428, "precondition-required");
        problem(put(asOwner().header("If-Match", "\"99\""), stream, CSV), 412, "stale");
        patch(asOwner().header("If-Match", tag), stream, "{\"mapping\":{\"team\":null}}")
                .statusCode(200)
                .body("mapping.team", nullValue())
                .body("mapping.workItem", equalTo("id"))
                .body("note", equalTo("nightly"));
        problem(
                        patch(
                                asOwner().header("If-Match", "*"),
                                stream,
                                "{\"mapping\":{\"workItem\":null}}"),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/mapping/workItem"));
        problem(
                        patch(asOwner().header("If-Match", "*"), stream, "{\"format\":\"ndjson\"}"),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/mapping"));
        patch(asOwner().header("If-Match", "*"), stream, "{\"format\":\"ndjson\",\"mapping\":null}")
                .statusCode(200)
                .body("format", equalTo("ndjson"));
    }

    @Test
    void takesNothingFromAPausedSourceAndSaysWhoPausedIt() {
        var stream = Streams.create();
        put(asOwner(), stream, CSV);
        problem(act(asOwner(), stream, "pauses", "{}"), 428, "precondition-required");
        act(asOwner().header("If-Match", "\"0\""), stream, "pauses", "{\"reason\":\"sends twice\"}")
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("paused.by", notNullValue())
                .body("paused.at", notNullValue());
        problem(file(stream), 409, "source-paused")
                .body("detail", containsString("sends twice"))
                .body("detail", containsString("flow-it"));
        problem(
                act(asOwner().header("If-Match", "*"), stream, "pauses", "{}"),
                409,
                "source-paused");
        asReader().get(BASE + stream + "/imports").then().body("items.size()", equalTo(0));
        var key = UUID.randomUUID().toString();
        for (var replay = 0; replay < 2; replay++) {
            act(
                            asOwner().header("If-Match", "\"1\"").header("Idempotency-Key", key),
                            stream,
                            "resumptions",
                            null)
                    .statusCode(200)
                    .body("state", equalTo("open"))
                    .body("paused", nullValue());
        }
        problem(
                act(asOwner().header("If-Match", "*"), stream, "resumptions", null),
                409,
                "source-not-paused");
        file(stream).statusCode(200);
    }

    @Test
    void keepsTheHistoryOfAClosedSource() {
        var stream = Streams.create();
        put(asOwner(), stream, CSV);
        file(stream).statusCode(200);
        asOwner()
                .header("If-Match", "*")
                .delete(BASE + stream + "/sources/desk")
                .then()
                .statusCode(204);
        problem(file(stream), 409, "source-closed");
        asReader()
                .get(BASE + stream + "/sources/desk")
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("totals.accepted", equalTo(1));
        asReader().get(BASE + stream + "/flow").then().body("events", equalTo(1));
        problem(
                        patch(asOwner().header("If-Match", "*"), stream, "{\"note\":\"n\"}"),
                        409,
                        "source-closed")
                .body("detail", containsString("PUT"));
        asReader()
                .get(BASE + stream + "/sources/desk")
                .then()
                .body("state", equalTo("closed"))
                .body("note", equalTo("nightly"));
        put(asOwner().header("If-Match", "*"), stream, CSV)
                .statusCode(200)
                .body("state", equalTo("open"));
        file(stream).statusCode(200).body("duplicate", equalTo(1));
    }

    @Test
    void knowsASourceThatOnlySentEvents() {
        var stream = Streams.create();
        send(stream, event("A", "2026-01-05T09:00:00Z", "New", "one")).statusCode(200);
        asReader()
                .get(BASE + stream + "/sources/default")
                .then()
                .statusCode(200)
                .body("format", nullValue())
                .body("totals.accepted", equalTo(1));
    }

    @Test
    void refusesWhoeverMayNotAndWhatCannotBe() {
        var stream = Streams.create();
        for (var token :
                new String[] {Tokens.nobody(), Tokens.admin(), Tokens.head("somebody-else")}) {
            problem(put(given().auth().oauth2(token), stream, CSV), 403, "not-allowed");
        }
        put(asIntegrator(), stream, CSV).statusCode(201);
        problem(
                        asOwner()
                                .contentType("application/json")
                                .body("{\"format\":\"csv\"}")
                                .put(BASE + stream + "/sources/other")
                                .then(),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/mapping"));
        problem(asReader().get(BASE + stream + "/sources/none").then(), 404, "not-found");
        problem(
                asIntegrator()
                        .contentType("application/x-ndjson")
                        .queryParam("source", "a/b")
                        .body("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .post(BASE + stream + "/events")
                        .then(),
                400,
                "invalid-request");
    }

    @Test
    void countsNothingOfAnImportThatWasTakenBack() {
        var stream = Streams.create();
        var reference =
                send(stream, event("A", "2026-01-05T09:00:00Z", "New", "one"))
                        .extract()
                        .<String>path("import");
        asOwner()
                .header("If-Match", "\"1\"")
                .post(BASE + stream + "/imports/" + reference + "/reversal")
                .then()
                .statusCode(200);
        asReader()
                .get(BASE + stream + "/sources/default")
                .then()
                .body("totals.accepted", equalTo(0))
                .body("totals.imports", equalTo(1));
    }

    @Test
    void tellsWhatHasComeWithoutGoingThroughTheImports() throws SQLException {
        var stream = Streams.create();
        put(asOwner(), stream, CSV);
        file(stream).statusCode(200).body("accepted", equalTo(1));
        file(stream, FILE + "B;soon;New;one\n")
                .body("duplicate", equalTo(1))
                .body("rejected", equalTo(1));
        try (var connection =
                        DriverManager.getConnection(
                                adminUrl.replace("/postgres?", "/jointly_test?"));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE flow_import IN ACCESS EXCLUSIVE MODE");
            asReader()
                    .get(BASE + stream + "/sources")
                    .then()
                    .statusCode(200)
                    .body("items[0].totals.imports", equalTo(2))
                    .body("items[0].totals.accepted", equalTo(1))
                    .body("items[0].totals.duplicate", equalTo(1))
                    .body("items[0].totals.rejected", equalTo(1))
                    .body("items[0].totals.lastImportAt", notNullValue())
                    .body("items[0].version", equalTo(0));
            patch(asOwner().header("If-Match", "\"0\""), stream, "{\"note\":\"n\"}")
                    .statusCode(200)
                    .body("totals.imports", equalTo(2));
        }
    }

    @Test
    void showsOneImportAndItsRejectionsAsCsv() {
        var stream = Streams.create();
        var reference =
                send(stream, event("A", "2026-01-05T09:00:00Z", "New", "one") + "half a li")
                        .body("rejected", equalTo(1))
                        .extract()
                        .<String>path("import");
        asReader()
                .get(BASE + stream + "/imports/" + reference)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("importedBy", notNullValue());
        asReader()
                .accept("text/csv")
                .get(BASE + stream + "/imports/" + reference + "/rejections")
                .then()
                .statusCode(200)
                .body(startsWith("line,field,reason\r\n2,,"));
        problem(
                asReader().get(BASE + Streams.create() + "/imports/" + reference).then(),
                404,
                "not-found");
    }

    private static ValidatableResponse put(
            RequestSpecification caller, String stream, String body) {
        return caller.contentType("application/json")
                .body(body)
                .put(BASE + stream + "/sources/desk")
                .then();
    }

    private static ValidatableResponse patch(
            RequestSpecification caller, String stream, String body) {
        return caller.contentType("application/merge-patch+json")
                .body(body)
                .patch(BASE + stream + "/sources/desk")
                .then();
    }

    private static ValidatableResponse act(
            RequestSpecification caller, String stream, String what, String body) {
        if (body != null) {
            caller.contentType("application/json").body(body);
        }
        return caller.post(BASE + stream + "/sources/desk/" + what).then();
    }

    private static ValidatableResponse file(String stream) {
        return file(stream, FILE);
    }

    private static ValidatableResponse file(String stream, String body) {
        return asIntegrator()
                .contentType("text/csv")
                .queryParam("source", "desk")
                .body(body)
                .post(BASE + stream + "/events")
                .then();
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/" + code));
    }
}
