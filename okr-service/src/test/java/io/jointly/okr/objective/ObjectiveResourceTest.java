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
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObjectiveResourceTest extends OkrTest {
    @Test
    void whoeverDraftsDoesNotAcceptByIt() {
        var one = department();
        var other = department();
        post(Tokens.head(one), "/objectives", wish(one, other))
                .statusCode(201)
                .header("ETag", startsWith("\""))
                .header("Location", containsString("/api/okr/v1/objectives/OBJ-"))
                .body("state", equalTo("draft"))
                .body("joint", equalTo(true))
                .body("owners.department", contains(one, other))
                .body("owners.accepted", contains(false, false))
                .body("owners.verified", contains(true, true))
                .body("score", nullValue())
                .body("zone", nullValue())
                .body("completeness.sharedGoal", equalTo(false))
                .body("createdBy", equalTo("Test head-" + one));
    }

    @Test
    void isAgreedWhenEveryOwnerAcceptedForItself() {
        var one = department();
        var other = department();
        var objective = draft(one, other);
        addKeyResult(objective, one, keyResult(0, 100));
        accept(objective, one, 50)
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("owners.accepted", contains(true, false));
        accept(objective, other, 50)
                .statusCode(200)
                .body("state", equalTo("agreed"))
                .body("owners[1].acceptedBy", equalTo("Test head-" + other))
                .body("owners[1].whatIsInItForUs", equalTo("No more emergency orders."))
                .body("completeness.sharedGoal", equalTo(true))
                .body("completeness.sharedAccountability", equalTo(true))
                .body("completeness.sharedValue", equalTo(true));
        problem(accept(objective, other, 50), 409, "already-agreed");
    }

    @Test
    void nobodySignsForAnotherDepartment() {
        var one = department();
        var other = department();
        var path = "/objectives/" + draft(one, other);
        problem(
                act(Tokens.head(one), path + "/acceptances", tag(path), terms(other, 50, 50)),
                403,
                "not-allowed");
        problem(
                act(Tokens.member(other), path + "/acceptances", tag(path), terms(other, 50, 50)),
                403,
                "not-allowed");
        problem(
                act(Tokens.admin(), path + "/acceptances", tag(path), terms(other, 50, 50)),
                403,
                "not-allowed");
        var stranger = department();
        problem(
                        act(
                                Tokens.head(stranger),
                                path + "/acceptances",
                                tag(path),
                                terms(stranger, 1, 1)),
                        422,
                        "not-an-owner")
                .body("errors[0].pointer", equalTo("/department"));
    }

    @Test
    void sharesPassHundredForNobody() {
        var one = department();
        var other = department();
        var objective = draft(one, other);
        accept(objective, one, 60).statusCode(200);
        problem(accept(objective, other, 41), 422, "shares-pass-100")
                .body("errors[0].pointer", equalTo("/riskShare"));
        problem(accept(objective, other, 39), 422, "shares-below-100");
        accept(objective, other, 40).statusCode(200).body("state", equalTo("agreed"));
    }

    @Test
    void anEditVoidsEveryAcceptanceAndAsksAgain() {
        var one = department();
        var other = department();
        var objective = agreed(one, other);
        var path = "/objectives/" + objective;
        patch(Tokens.head(other), path, tag(path), "{\"title\":\"Sooner\"}")
                .statusCode(200)
                .body("title", equalTo("Sooner"))
                .body("state", equalTo("draft"))
                .body("owners.accepted", contains(false, false))
                .body("owners[0].commitment", startsWith("Every laptop"));
        as(Tokens.head(one))
                .get("/waiting")
                .then()
                .body("items.subject", hasItem("objective:" + objective));
    }

    @Test
    void anEditThatChangesNothingAsksNobody() {
        var one = department();
        var path = "/objectives/" + agreed(one);
        var tag = tag(path);
        patch(Tokens.head(one), path, tag, "{}")
                .statusCode(200)
                .header("ETag", tag)
                .body("state", equalTo("agreed"));
    }

    @Test
    void aKeyResultMoreAsksTheOwnersAgain() {
        var one = department();
        var objective = agreed(one);
        addKeyResult(objective, one, keyResult(0, 10));
        get("/objectives/" + objective).body("state", equalTo("draft"));
    }

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

    @Test
    void repeatsAnAcceptanceThatWasAnsweredAlready() {
        var one = department();
        var path = "/objectives/" + draft(one);
        var tag = tag(path);
        var key = key();
        for (var replayed : new String[] {null, "true"}) {
            as(Tokens.head(one))
                    .contentType("application/json")
                    .header("If-Match", tag)
                    .header("Idempotency-Key", key)
                    .body(terms(one, 100, 100))
                    .post(path + "/acceptances")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("state", equalTo("agreed"));
        }
    }

    @Test
    void findsObjectivesByWhatTheyAre() {
        var one = department();
        var other = department();
        var solo = draft(one);
        var joint = agreed(one, other);
        get("/objectives?department=" + one).body("items.ref", contains(joint, solo));
        get("/objectives?department=" + one + "&joint=true").body("items.ref", contains(joint));
        get("/objectives?department=" + one + "&state=agreed").body("items.ref", contains(joint));
        get("/objectives?department=" + one + "&state=in:draft,closed&count=true")
                .body("items.ref", contains(solo))
                .body("total", equalTo(1));
        get("/objectives?cycle=" + "nowhere").body("items", hasSize(0));
        get("/objectives?q=FIRST HOUR&department=" + other).body("items.ref", contains(joint));
        get("/objectives?q=100%25&department=" + other).body("items", hasSize(0));
        problem(get("/objectives?state=lost"), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("state"));
    }

    @Test
    void pagesWithoutGapsAndWritesCsv() {
        var one = department();
        var drafted = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            drafted.add(0, draft(one, department()));
        }
        var seen = new ArrayList<String>();
        var next = "/api/okr/v1/objectives?limit=2&department=" + one;
        while (next != null) {
            var page =
                    as(Tokens.nobody())
                            .basePath("")
                            .urlEncodingEnabled(false)
                            .get(next)
                            .then()
                            .statusCode(200)
                            .extract();
            seen.addAll(page.path("items.ref"));
            next = page.path("next");
        }
        assertThat(seen).isEqualTo(drafted);
        as(Tokens.nobody())
                .accept("text/csv")
                .get("/objectives?department=" + one)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("ref,cycle,title"))
                .body(containsString(drafted.get(0)));
    }

    @Test
    void tellsItsStoryOnTheChangeFeedAndInTheTrail() {
        var one = department();
        var objective = agreed(one);
        as(Tokens.admin())
                .get("/audit?subject=objective:" + objective)
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        contains("objective.agreed", "objective.accepted", "objective.drafted"))
                .body("items.actor", everyItem(equalTo("head-" + one)))
                .body("items[1].before.state", equalTo("draft"))
                .body("items[1].after.state", equalTo("agreed"));
        as(Tokens.admin()).get("/audit/verification").then().body("intact", equalTo(true));
        problem(as(Tokens.head(one)).get("/audit").then(), 403, "not-allowed");
        String last = null;
        var types = new ArrayList<String>();
        while (true) {
            var page =
                    as(Tokens.service("governance"))
                            .get("/changes?limit=200" + (last == null ? "" : "&after=" + last))
                            .then()
                            .statusCode(200)
                            .extract();
            types.addAll(page.path("items.findAll { it.data.ref == '" + objective + "' }.type"));
            if (page.path("items.size()").equals(0)) {
                break;
            }
            last = page.path("next");
        }
        assertThat(types)
                .containsExactly(
                        "io.jointly.okr.objective.drafted",
                        "io.jointly.okr.objective.accepted",
                        "io.jointly.okr.objective.agreed");
    }

    @Test
    void knowsNoSuchObjective() {
        problem(get("/objectives/OBJ-999999"), 404, "not-found");
        problem(get("/objectives/none"), 404, "not-found");
        problem(patch(Tokens.head("hr"), "/objectives/OBJ-999999", "*", "{}"), 404, "not-found");
        get("/objectives").body("items.ref", not(hasItem(endsWith("-999999"))));
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
