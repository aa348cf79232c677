package io.jointly.catalog.flow;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.send;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that place events on stages and class them, over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FlowRulesTest {
    private static final String RULES =
            """
            {"rules":[{"activity":"order*","stage":"Equip","class":"active"},
                      {"team":"legal","stage":"Contract","class":"waiting"},
                      {"activity":"Handed out","class":"done"}]}
            """;

    @Test
    void placesHistoryOnStagesAndClassesIt() {
        var stream = streamWithStages();
        sendJourney(stream);
        asReader()
                .get(BASE + stream + "/flow?level=stage")
                .then()
                .body("handoffs.total", equalTo(0));

        change(stream, "\"0\"", RULES)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("rules[0].stage", equalTo("Equip"))
                .body("rules[0].class", equalTo("active"))
                .body("keepFor", nullValue());
        Streams.awaitFigures(stream);

        asReader()
                .get(BASE + stream + "/flow?level=stage")
                .then()
                .body("handoffs.total", equalTo(2))
                .body("pingPong.occurrences", equalTo(1))
                .body("done", equalTo(1))
                .body("activeTime", equalTo("PT3H"))
                .body("waitingTime", equalTo("PT2H"));
        asReader()
                .get(BASE + stream + "/handoffs?level=stage")
                .then()
                .body("items.from", equalTo(List.of("Contract", "Equip")))
                .body("items.to", equalTo(List.of("Equip", "Contract")));
        asReader()
                .get(BASE + stream + "/flow/carriers?level=stage")
                .then()
                .body("items.carrier", equalTo(List.of("Equip", "Contract")))
                .body("items.stays", equalTo(List.of(2, 1)));
        asReader()
                .get(BASE + stream + "/work-items/A")
                .then()
                .body("now.stage", equalTo("Equip"))
                .body("handoffs.stage", equalTo(2));
        // What comes later is placed as it comes.
        send(stream, event("B", "2026-02-01T09:00:00Z", "Order desk", "it"));
        asReader().get(BASE + stream + "/flow?stage=Equip").then().body("workItems", equalTo(2));
    }

    @Test
    void showsInAPreviewWhatRulesWouldDo() {
        var stream = streamWithStages();
        sendJourney(stream);
        given().auth()
                .oauth2(Tokens.head("somebody-else"))
                .contentType("application/json")
                .body(RULES)
                .post(BASE + stream + "/flow-settings/preview")
                .then()
                .statusCode(403);
        asOwner()
                .contentType("application/json")
                .body(RULES)
                .post(BASE + stream + "/flow-settings/preview")
                .then()
                .statusCode(200)
                .body("events", equalTo(4))
                .body("placed", equalTo(3))
                .body("classed", equalTo(4))
                .body("rules.placed", equalTo(List.of(2, 1, 0)))
                .body("rules.classed", equalTo(List.of(2, 1, 1)));
        asReader().get(BASE + stream + "/flow-settings").then().body("rules", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"activity\":\"Order*\",\"stage\":\"Equip\"},{\"activity\":\"order*\",\"stage\":\"Contract\"}] | 422 | rules-contradict | /rules/1",
                "[{\"activity\":\"Order*\",\"stage\":\"Equip\"},{\"activity\":\"Order desk\",\"stage\":\"Contract\"}] | 422 | rule-never-reached | /rules/1",
                "[{\"activity\":\"Nothing*\",\"stage\":\"Equip\"}] | 422 | rules-match-nothing | /rules",
                "[{\"activity\":\"Order*\",\"stage\":\"Moon\"}] | 422 | stage-not-on-map | /rules/0/stage",
                "[{\"activity\":\"Order*\"}] | 400 | invalid-request | /rules/0",
                "[{\"activity\":\"Order*\",\"class\":\"idle\"}] | 400 | invalid-request | /rules/0/class",
            })
    void refusesRulesThatCannotWork(String rules, int status, String code, String pointer) {
        var stream = streamWithStages();
        sendJourney(stream);
        change(stream, "*", "{\"rules\":" + rules + "}")
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/" + code))
                .body("errors[0].pointer", startsWith(pointer));
        asReader().get(BASE + stream + "/flow-settings").then().body("version", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({"P2D,/keepFor", "often,/keepFor", "P-1Y,/keepFor", "P200Y,/keepFor"})
    void refusesToForgetTooSoonOrNever(String keepFor, String pointer) {
        var stream = Streams.create();
        change(stream, "*", "{\"keepFor\":\"%s\"}".formatted(keepFor))
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void isChangedByOwnersWhoSawTheLatest() {
        var stream = Streams.create();
        var body = "{\"baseline\":{\"from\":\"2025-01-01\",\"to\":\"2025-04-01\"}}";
        change(stream, "\"0\"", body).statusCode(200).body("baseline.to", equalTo("2025-04-01"));
        change(stream, "\"0\"", body).statusCode(412);
        asOwner()
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(BASE + stream + "/flow-settings")
                .then()
                .statusCode(428);
        given().auth()
                .oauth2(Tokens.head("somebody-else"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch(BASE + stream + "/flow-settings")
                .then()
                .statusCode(403);
        change(stream, "*", "{\"baseline\":{\"from\":\"2025-04-01\",\"to\":\"2025-01-01\"}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/baseline/to"));
    }

    private static ValidatableResponse change(String stream, String version, String body) {
        return asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                .body(body)
                .patch(BASE + stream + "/flow-settings")
                .then();
    }

    private static String streamWithStages() {
        var stream = Streams.create();
        asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(
                        """
                        {"stages":[{"name":"Contract","department":"%1$s","processTime":"PT1H","leadTime":"PT5H","completeAndAccurate":0.9},
                                   {"name":"Equip","department":"%1$s","processTime":"PT1H","leadTime":"PT5H","completeAndAccurate":0.9}]}
                        """
                                .formatted(Streams.DEPARTMENT))
                .patch(BASE + stream)
                .then()
                .statusCode(200);
        return stream;
    }

    private static void sendJourney(String stream) {
        send(
                        stream,
                        event("A", "2026-01-05T09:00:00Z", "Order laptop", "it")
                                + event("A", "2026-01-05T10:00:00Z", "Draw up contract", "Legal")
                                + event("A", "2026-01-05T12:00:00Z", "Order badge", "it")
                                + event("A", "2026-01-05T14:00:00Z", "Handed out", "it"))
                .statusCode(200);
    }
}
