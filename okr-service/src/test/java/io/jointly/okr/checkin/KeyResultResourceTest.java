package io.jointly.okr.checkin;

import static io.jointly.okr.testing.Okr.accept;
import static io.jointly.okr.testing.Okr.act;
import static io.jointly.okr.testing.Okr.addKeyResult;
import static io.jointly.okr.testing.Okr.agreedKeyResult;
import static io.jointly.okr.testing.Okr.as;
import static io.jointly.okr.testing.Okr.checkIn;
import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.draft;
import static io.jointly.okr.testing.Okr.get;
import static io.jointly.okr.testing.Okr.key;
import static io.jointly.okr.testing.Okr.keyResult;
import static io.jointly.okr.testing.Okr.post;
import static io.jointly.okr.testing.Okr.problem;
import static io.jointly.okr.testing.Okr.tag;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.Neighbourhood;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeyResultResourceTest extends OkrTest {
    @Inject AgroalDataSource database;

    @Test
    void addsAKeyResultThatNobodyCheckedInYet() {
        var one = department();
        var objective = draft(one);
        post(Tokens.head(one), "/objectives/" + objective + "/key-results", keyResult(10, 50))
                .statusCode(201)
                .header("Location", containsString("/api/okr/v1/key-results/KR-"))
                .header("ETag", "\"0\"")
                .body("objective", equalTo(objective))
                .body("direction", equalTo("up"))
                .body("weight", equalTo(1))
                .body("kind", equalTo("metric"))
                .body("latest", nullValue())
                .body("progress", nullValue());
    }

    @Test
    void keepsTheHistoryOfWhatWasSeenAndHowSureWeWere() {
        var one = department();
        var added = agreedKeyResult(one, keyResult(10, 50));
        checkIn(added, one, Map.of("value", 20, "confidence", 4, "comment", "A start"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("latest.value", equalTo(20))
                .body("latest.confidence", equalTo(4))
                .body("latest.by", equalTo("Test head-" + one))
                .body("latest.source", equalTo("person"))
                .body("progress", equalTo(0.25f));
        checkIn(added, one, Map.of("value", 12.5, "confidence", 2)).statusCode(200);
        get("/key-results/" + added + "/check-ins?count=true")
                .statusCode(200)
                .body("items.value", contains(12.5f, 20))
                .body("items.confidence", contains(2, 4))
                .body("items[1].comment", equalTo("A start"))
                .body("total", equalTo(2));
        as(Tokens.nobody())
                .accept("text/csv")
                .get("/key-results/" + added + "/check-ins")
                .then()
                .contentType(startsWith("text/csv"))
                .body(startsWith("value,confidence,comment"));
        get("/key-results/" + added).body("progress", equalTo(0.0625f));
    }

    @Test
    void theHistoryCannotBeRewritten() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("UPDATE check_in SET value = 1"))
                .withMessageContaining("permission denied");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("DELETE FROM journal"))
                .withMessageContaining("permission denied");
    }

    @Test
    void onlyHeadsOfOwnersCheckIn() {
        var one = department();
        var added = agreedKeyResult(one, keyResult(0, 1));
        var body = Map.of("value", 1, "confidence", 5);
        var path = "/key-results/" + added + "/check-ins";
        problem(checkIn(added, department(), body), 403, "not-allowed");
        problem(act(Tokens.member(one), path, "*", body), 403, "not-allowed");
        problem(act(Tokens.sponsor(), path, "*", body), 403, "not-allowed");
        problem(act(Tokens.integrator("catalog:write"), path, "*", body), 403, "not-allowed");
        problem(
                post(
                        Tokens.head(department()),
                        get("/key-results/" + added)
                                .extract()
                                .path("objective")
                                .toString()
                                .transform(ref -> "/objectives/" + ref + "/key-results"),
                        keyResult(0, 1)),
                403,
                "not-allowed");
    }

    @Test
    void takesNoCheckInsBeforeAllOwnersHaveAccepted() {
        var one = department();
        var other = department();
        var objective = draft(one, other);
        var added = addKeyResult(objective, one, keyResult(0, 9));
        var body = Map.of("value", 1, "confidence", 5);
        accept(objective, one, 50).statusCode(200);
        problem(checkIn(added, other, body), 409, "objective-not-agreed")
                .body("detail", containsString("waits for: " + other + "."));
        problem(checkIn(added, one, body), 409, "objective-not-agreed");
        get("/key-results/" + added + "/check-ins").body("items", hasSize(0));
        accept(objective, other, 50).statusCode(200);
        checkIn(added, other, body).statusCode(200);
    }

    @Test
    void wantsToKnowWhichVersionIsCheckedIn() {
        var one = department();
        var added = agreedKeyResult(one, keyResult(0, 9));
        var path = "/key-results/" + added + "/check-ins";
        var old = tag("/key-results/" + added);
        var body = Map.of("value", 1, "confidence", 5);
        problem(act(Tokens.head(one), path, null, body), 428, "precondition-required");
        act(Tokens.head(one), path, old, body).statusCode(200);
        problem(act(Tokens.head(one), path, old, body), 412, "stale");
    }

    @Test
    void checksInOnceHoweverOftenItIsSent() {
        var one = department();
        var added = agreedKeyResult(one, keyResult(0, 9));
        var tag = tag("/key-results/" + added);
        var key = key();
        for (var value : new int[] {3, 3, 4}) {
            var answer =
                    as(Tokens.head(one))
                            .contentType("application/json")
                            .header("If-Match", tag)
                            .header("Idempotency-Key", key)
                            .body(Map.of("value", value, "confidence", 5))
                            .post("/key-results/" + added + "/check-ins")
                            .then();
            if (value == 4) {
                problem(answer, 422, "idempotency-key-reused");
            } else {
                answer.statusCode(200).body("latest.value", equalTo(3));
            }
        }
        get("/key-results/" + added + "/check-ins").body("items", hasSize(1));
    }

    @Test
    void aCheckInMovesTheVersionOfTheObjectiveToo() {
        var one = department();
        var objective = draft(one);
        var added = addKeyResult(objective, one, keyResult(0, 9));
        accept(objective, one, 100).statusCode(200);
        var before = tag("/objectives/" + objective);
        checkIn(added, one, Map.of("value", 1, "confidence", 5)).statusCode(200);
        as(Tokens.nobody())
                .header("If-None-Match", before)
                .get("/objectives/" + objective)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(before)));
    }

    @Test
    void aMilestoneIsDoneOrNot() {
        var one = department();
        var objective = draft(one);
        var added =
                addKeyResult(
                        objective, one, Map.of("title", "Contract signed", "kind", "milestone"));
        accept(objective, one, 100).statusCode(200);
        get("/key-results/" + added)
                .body("target", equalTo(1))
                .body("unit", equalTo("done"))
                .body("kind", equalTo("milestone"));
        problem(checkIn(added, one, Map.of("value", 0.5, "confidence", 5)), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("/value"));
        checkIn(added, one, Map.of("value", 1, "confidence", 10))
                .statusCode(200)
                .body("progress", equalTo(1));
        get("/objectives/" + objective).body("zone", equalTo("green"));
    }

    @Test
    void aBoundKeyResultStartsWithWhatItsMeasureReads() {
        var one = department();
        var stream = department();
        Neighbourhood.measures(stream, "ping-pong-share", 0.0889);
        var added = agreedKeyResult(one, bound(stream, 0.04));
        get("/key-results/" + added)
                .body("baseline", equalTo(0.0889f))
                .body("unit", equalTo("ratio"))
                .body("direction", equalTo("down"))
                .body("binding.measure", equalTo("value-stream:" + stream + "/ping-pong-share"))
                .body("latest.value", equalTo(0.0889f))
                .body("latest.source", equalTo("measure"))
                .body("latest.confidence", nullValue())
                .body("progress", equalTo(0));
    }

    @Test
    void ofABoundKeyResultPeopleTellConfidenceOnly() {
        var one = department();
        var stream = department();
        Neighbourhood.measures(stream, "ping-pong-share", 0.0889);
        var added = agreedKeyResult(one, bound(stream, 0.04));
        problem(
                        checkIn(added, one, Map.of("value", 0.01, "confidence", 5)),
                        422,
                        "value-is-measured")
                .body("errors[0].pointer", equalTo("/value"));
        checkIn(added, one, Map.of("confidence", 7, "comment", "We are on it"))
                .statusCode(200)
                .body("latest.value", equalTo(0.0889f))
                .body("latest.confidence", equalTo(7));
    }

    @Test
    void refusesABindingToNothing() {
        var one = department();
        var path = "/objectives/" + draft(one) + "/key-results";
        problem(post(Tokens.head(one), path, bound("no-such", 0.04)), 422, "measure-not-found")
                .body("errors[0].pointer", equalTo("/binding/measure"));
        var stream = department();
        Neighbourhood.measuresNothing(stream, "ping-pong-share");
        problem(post(Tokens.head(one), path, bound(stream, 0.04)), 422, "nothing-measured-yet");
        var early = new HashMap<>(bound(stream, 0.04));
        early.put("baseline", 0.09);
        post(Tokens.head(one), path, early).statusCode(201).body("latest", nullValue());
    }

    @Test
    void writesNothingWhileTheMeasureCannotBeRead() {
        var one = department();
        var objective = draft(one);
        Neighbourhood.down();
        var path = "/objectives/" + objective + "/key-results";
        problem(post(Tokens.head(one), path, bound("any", 0.04)), 503, "unavailable");
        Neighbourhood.up();
        get("/objectives/" + objective).body("keyResults", hasSize(0));
    }

    @Test
    void refusesATargetThatAsksForNothing() {
        var one = department();
        var path = "/objectives/" + draft(one) + "/key-results";
        problem(post(Tokens.head(one), path, keyResult(5, 5)), 422, "target-equals-baseline");
    }

    @Test
    void keepsTheNumberOfKeyResultsWithinWhatPeopleCanFollow() {
        var one = department();
        var objective = draft(one);
        for (var i = 0; i < 20; i++) {
            addKeyResult(objective, one, keyResult(0, 1));
        }
        problem(
                post(
                        Tokens.head(one),
                        "/objectives/" + objective + "/key-results",
                        keyResult(0, 1)),
                422,
                "too-many-key-results");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"confidence\":5}",
                "{\"value\":1}",
                "{\"value\":\"1\",\"confidence\":5}",
                "{\"value\":true,\"confidence\":5}",
                "{\"value\":1,\"confidence\":11}",
                "{\"value\":1,\"confidence\":-1}",
                "{\"value\":1,\"confidence\":5.5}",
                "{\"value\":1,\"confidence\":\"5\"}",
                "{\"value\":1e30,\"confidence\":5}",
                "{\"value\":1e999999999,\"confidence\":5}",
                "{\"value\":0.0000001,\"confidence\":5}",
                "{\"value\":1,\"confidence\":5,\"mood\":\"good\"}",
                "{\"value\":1,\"confidence\":5,\"comment\":\"a\\u0000b\"}",
                "{\"value\":1,\"confidence\":5",
                "[]",
                ""
            })
    void refusesACheckInThatIsNotOne(String body) {
        var one = department();
        var added = agreedKeyResult(one, keyResult(0, 9));
        problem(checkIn(added, one, body), 400, "invalid-request").body("errors", hasSize(1));
        get("/key-results/" + added + "/check-ins").body("items", hasSize(0));
    }

    @Test
    void pointsAtTheFieldOfABindingThatIsWrong() {
        var one = department();
        var path = "/objectives/" + draft(one) + "/key-results";
        problem(
                        post(
                                Tokens.head(one),
                                path,
                                "{\"title\":\"\",\"target\":1,\"binding\":{\"measure\":\"service:x/y\"}}"),
                        400,
                        "invalid-request")
                .body("errors.pointer", hasItem("/binding/measure"))
                .body("errors.pointer", hasItem("/title"));
    }

    @Test
    void knowsNoSuchKeyResult() {
        problem(get("/key-results/KR-999999"), 404, "not-found");
        problem(get("/key-results/OBJ-1/check-ins"), 404, "not-found");
        problem(checkInMissing(), 404, "not-found");
    }

    private static io.restassured.response.ValidatableResponse checkInMissing() {
        return act(
                Tokens.head("hr"),
                "/key-results/KR-999999/check-ins",
                "*",
                Map.of("value", 1, "confidence", 1));
    }

    private static Map<String, Object> bound(String stream, double target) {
        return Map.of(
                "title",
                "Incidents that bounce become rare",
                "target",
                target,
                "binding",
                Map.of("measure", "value-stream:" + stream + "/ping-pong-share"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
