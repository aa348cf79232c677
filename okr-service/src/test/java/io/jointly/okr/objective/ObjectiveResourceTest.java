package io.jointly.okr.objective;

import static io.jointly.okr.testing.Okr.accept;
import static io.jointly.okr.testing.Okr.act;
import static io.jointly.okr.testing.Okr.addKeyResult;
import static io.jointly.okr.testing.Okr.agreed;
import static io.jointly.okr.testing.Okr.as;
import static io.jointly.okr.testing.Okr.checkIn;
import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.draft;
import static io.jointly.okr.testing.Okr.get;
import static io.jointly.okr.testing.Okr.key;
import static io.jointly.okr.testing.Okr.keyResult;
import static io.jointly.okr.testing.Okr.patch;
import static io.jointly.okr.testing.Okr.post;
import static io.jointly.okr.testing.Okr.problem;
import static io.jointly.okr.testing.Okr.tag;
import static io.jointly.okr.testing.Okr.terms;
import static io.jointly.okr.testing.Okr.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObjectiveResourceTest extends OkrTest {
    @Test
    void anOwnerLetsAnotherInAndLeaves() {
        var one = department();
        var other = department();
        var third = department();
        var path = "/objectives/" + draft(one, other);
        patch(Tokens.head(one), path, tag(path), Map.of("owners", List.of(third, one, other)))
                .statusCode(200)
                .body("owners.department", contains(third, one, other));
        patch(Tokens.head(one), path, tag(path), Map.of("owners", List.of(other, third)))
                .statusCode(200)
                .body("owners.department", contains(other, third));
        problem(patch(Tokens.head(one), path, tag(path), "{\"title\":\"x\"}"), 403, "not-allowed");
    }

    @Test
    void noOwnerTakesAnotherOut() {
        var one = department();
        var other = department();
        var objective = agreed(one, other);
        var path = "/objectives/" + objective;
        var tag = tag(path);
        for (var owners : List.of(List.of(one), List.of(one, department()))) {
            problem(
                            patch(Tokens.head(one), path, tag, Map.of("owners", owners)),
                            403,
                            "speaks-for-others")
                    .body("errors[0].pointer", equalTo("/owners"))
                    .body("detail", containsString(other));
        }
        get(path)
                .header("ETag", tag)
                .body("state", equalTo("agreed"))
                .body("owners.department", contains(one, other));
        patch(Tokens.head(one, other), path, tag, Map.of("owners", List.of(one)))
                .statusCode(200)
                .body("owners.department", contains(one));
    }

    @Test
    void aGroupOfAnotherTreeMakesNoHead() {
        var one = department();
        var path = "/objectives/" + draft(one);
        problem(
                patch(
                        Tokens.inGroups("/projects/" + one + "/heads"),
                        path,
                        tag(path),
                        "{\"title\":\"x\"}"),
                403,
                "not-allowed");
    }

    @Test
    void scoresAllOwnersByTheSameMean() {
        var one = department();
        var other = department();
        var objective = draft(one, other);
        var rising = addKeyResult(objective, one, keyResult(0, 100));
        var falling = new HashMap<>(keyResult(20, 10));
        falling.put("weight", 3);
        var second = addKeyResult(objective, other, falling);
        accept(objective, one, 50).statusCode(200);
        accept(objective, other, 50).statusCode(200);
        checkIn(rising, other, Map.of("value", 50, "confidence", 6)).statusCode(200);
        get("/objectives/" + objective)
                .body("score", equalTo(0.125f))
                .body("zone", equalTo("red"))
                .body("keyResults.direction", contains("up", "down"));
        checkIn(second, one, Map.of("value", 11, "confidence", 8)).statusCode(200);
        get("/objectives/" + objective).body("score", equalTo(0.8f)).body("zone", equalTo("green"));
    }

    @Test
    void changesNoMoreOnceClosed() {
        var one = department();
        var objective = agreed(one);
        var path = "/objectives/" + objective;
        var added = addKeyResult(objective, one, keyResult(0, 1));
        problem(
                act(Tokens.head(department()), path + "/closure", tag(path), ""),
                403,
                "not-allowed");
        as(Tokens.head(one))
                .header("If-Match", tag(path))
                .post(path + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"));
        problem(patch(Tokens.head(one), path, "*", "{\"title\":\"x\"}"), 409, "objective-closed");
        problem(accept(objective, one, 100), 409, "objective-closed");
        problem(
                post(Tokens.head(one), path + "/key-results", keyResult(0, 2)),
                409,
                "objective-closed");
        problem(checkIn(added, one, Map.of("value", 1, "confidence", 5)), 409, "objective-closed");
    }

    @Test
    void wantsToKnowWhichVersionIsChanged() {
        var one = department();
        var path = "/objectives/" + draft(one);
        var old = tag(path);
        problem(
                patch(Tokens.head(one), path, null, "{\"title\":\"x\"}"),
                428,
                "precondition-required");
        problem(
                act(Tokens.head(one), path + "/acceptances", null, terms(one, 100, 100)),
                428,
                "precondition-required");
        problem(as(Tokens.head(one)).post(path + "/closure").then(), 428, "precondition-required");
        patch(Tokens.head(one), path, old, "{\"title\":\"x\"}").statusCode(200);
        problem(patch(Tokens.head(one), path, old, "{\"title\":\"y\"}"), 412, "stale");
        problem(
                act(Tokens.head(one), path + "/acceptances", old, terms(one, 100, 100)),
                412,
                "stale");
        problem(act(Tokens.head(one), path + "/closure", "\"nonsense\"", ""), 412, "stale");
    }

    @Test
    void givesTheFirstAnswerAgainToTheSameKey() {
        var one = department();
        var key = key();
        var first = draftWith(key, wish(one)).statusCode(201).extract();
        var second =
                draftWith(key, wish(one))
                        .statusCode(201)
                        .header("Idempotency-Replayed", "true")
                        .header("ETag", first.header("ETag"))
                        .header("Location", first.header("Location"))
                        .extract();
        assertThat(second.asString()).isEqualTo(first.asString());
        problem(draftWith(key, wish(one, department())), 422, "idempotency-key-reused");
        get("/objectives?department=" + one).body("items", hasSize(1));
    }

    private static io.restassured.response.ValidatableResponse draftWith(String key, Object body) {
        var department = ((String[]) ((Map<?, ?>) body).get("owners"))[0];
        return as(Tokens.head(department))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/objectives")
                .then();
    }
}
