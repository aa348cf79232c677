package io.jointly.catalog;

import static io.restassured.RestAssured.given;

import io.jointly.kit.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Streams to import into, and the calls that tests make most. */
public final class Streams {
    public static final String BASE = "/api/catalog/v1/value-streams/";
    public static final String DEPARTMENT = "flow-it";
    private static boolean ready;

    private Streams() {}

    /** A new stream, owned by one department, with usual states classed. */
    public static synchronized String create() {
        if (!ready) {
            given().auth()
                    .oauth2(Tokens.admin())
                    .contentType("application/json")
                    .body(
                            "{\"code\":\"%s\",\"name\":\"IT\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                                    .formatted(DEPARTMENT))
                    .post("/api/catalog/v1/departments");
            ready = true;
        }
        var code = "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        asOwner()
                .contentType("application/json")
                .body(
                        """
                        {"code":"%s","name":"Incidents","purpose":"p","outcome":"o","owners":["%s"],
                         "states":{"New":"waiting","Active":"active","Awaiting User Info":"waiting","Resolved":"waiting","Closed":"done"}}
                        """
                                .formatted(code, DEPARTMENT))
                .post("/api/catalog/v1/value-streams")
                .then()
                .statusCode(201);
        return code;
    }

    public static RequestSpecification asOwner() {
        return given().auth().oauth2(Tokens.head(DEPARTMENT));
    }

    public static RequestSpecification asIntegrator() {
        return given().auth().oauth2(Tokens.integrator("flow:write"));
    }

    public static RequestSpecification asReader() {
        return given().auth().oauth2(Tokens.nobody());
    }

    public static ValidatableResponse send(String stream, String ndjson) {
        return asIntegrator()
                .contentType("application/x-ndjson")
                .body(ndjson.getBytes(StandardCharsets.UTF_8))
                .post(BASE + stream + "/events")
                .then();
    }

    /** Until a change of the stream's states or rules is worked out. */
    public static void awaitFigures(String stream) {
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (asReader().get(BASE + stream + "/flow").jsonPath().getBoolean("recalculating")) {
            org.assertj.core.api.Assertions.assertThat(System.nanoTime())
                    .as("worked out in time")
                    .isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    /** All that can be asked of a stream, without the time at which it was asked. */
    public static String figures(String stream) {
        return List.of(
                        "/flow",
                        "/flow?from=2026-02-01&to=2026-04-01",
                        "/flow?from=2026-02-10T10:00:00Z",
                        "/handoffs?limit=1000",
                        "/handoffs?from=2026-02-10&to=2026-04-20",
                        "/flow/carriers",
                        "/flow/carriers?from=2026-01-20&to=2026-03-03",
                        "/flow/types",
                        "/flow/pairs",
                        "/flow/trend?grain=week",
                        "/flow/distribution",
                        "/flow/distribution?measure=handoffs&from=2026-01-20&to=2026-03-03")
                .stream()
                .map(
                        question ->
                                asReader()
                                        .get(BASE + stream + question)
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asString()
                                        .replaceAll("\"asOf\":\"[^\"]*\"", "")
                                        .replaceAll("\"age\":\\{[^}]*}", ""))
                .collect(Collectors.joining("\n"));
    }

    public static String event(String item, String at, String activity, String team) {
        return "{\"workItem\":\"%s\",\"occurredAt\":\"%s\",\"activity\":\"%s\"%s}\n"
                .formatted(item, at, activity, team == null ? "" : ",\"team\":\"" + team + "\"");
    }
}
