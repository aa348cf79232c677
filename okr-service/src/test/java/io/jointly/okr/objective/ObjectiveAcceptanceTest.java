package io.jointly.okr.objective;

import static io.jointly.okr.testing.Okr.accept;
import static io.jointly.okr.testing.Okr.act;
import static io.jointly.okr.testing.Okr.addKeyResult;
import static io.jointly.okr.testing.Okr.agreed;
import static io.jointly.okr.testing.Okr.as;
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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How departments come to own an objective together. */
@QuarkusTest
class ObjectiveAcceptanceTest extends OkrTest {
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
    void sharesAreProposedToAllOwnersTogether() {
        var one = department();
        var other = department();
        var wish = new HashMap<>(wish(one, other));
        wish.put("shares", List.of(share(one, 60, 41), share(other, 40, 60)));
        problem(post(Tokens.head(one), "/objectives", wish), 422, "shares-pass-100")
                .body("errors[0].pointer", equalTo("/shares"));
        wish.put("shares", List.of(share(one, 60, 40), share(other, 39, 60)));
        problem(post(Tokens.head(one), "/objectives", wish), 422, "shares-below-100");
        wish.put("shares", List.of(share(one, 100, 100)));
        problem(post(Tokens.head(one), "/objectives", wish), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("/shares"));
        wish.put("shares", List.of(share(other, 40, 60), share(one, 60, 40)));
        var objective =
                post(Tokens.head(one), "/objectives", wish)
                        .statusCode(201)
                        .body("owners.riskShare", contains(60, 40))
                        .body("owners.rewardShare", contains(40, 60))
                        .extract()
                        .<String>path("ref");
        acceptUnseen(objective, one).statusCode(200);
        acceptUnseen(objective, other).statusCode(200).body("state", equalTo("agreed"));
    }

    @Test
    void nobodyTakesAnotherShareByAcceptingFirst() {
        var one = department();
        var other = department();
        var objective = draft(one, other);
        problem(accept(objective, one, 90), 422, "shares-not-as-proposed")
                .body("errors[0].pointer", equalTo("/riskShare"))
                .body("errors[0].detail", containsString("50"));
        get("/objectives/" + objective)
                .body("owners.accepted", contains(false, false))
                .body("owners.riskShare", contains(50, 50));
    }

    @Test
    void otherSharesAreProposedByAnyOwnerAndAskEverybodyAgain() {
        var one = department();
        var other = department();
        var objective = draft(one, other);
        var path = "/objectives/" + objective;
        acceptUnseen(objective, one).statusCode(200);
        var shares = List.of(share(one, 30, 30), share(other, 70, 70));
        patch(Tokens.head(other), path, tag(path), Map.of("shares", shares))
                .statusCode(200)
                .body("owners.accepted", contains(false, false))
                .body("owners.riskShare", contains(30, 70));
        var same = tag(path);
        patch(Tokens.head(other), path, same, Map.of("shares", shares))
                .statusCode(200)
                .header("ETag", same);
        accept(objective, one, 30).statusCode(200);
        accept(objective, other, 70).statusCode(200).body("state", equalTo("agreed"));
    }

    @Test
    void otherOwnersCarryEvenSharesUnlessSomebodyProposesElse() {
        var one = department();
        var other = department();
        var third = department();
        var path = "/objectives/" + draft(one, other);
        patch(Tokens.head(one), path, tag(path), Map.of("owners", List.of(one, other, third)))
                .statusCode(200)
                .body("owners.riskShare", contains(34, 33, 33))
                .body("owners.rewardShare", contains(34, 33, 33));
        var shares = List.of(share(one, 20, 20), share(third, 80, 80));
        patch(
                        Tokens.head(one, other),
                        path,
                        tag(path),
                        Map.of("owners", List.of(one, third), "shares", shares))
                .statusCode(200)
                .body("owners.riskShare", contains(20, 80));
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

    private static Map<String, Object> share(String department, int risk, int reward) {
        return Map.of("department", department, "riskShare", risk, "rewardShare", reward);
    }

    /** Accepts with the shares as they are proposed, without saying them again. */
    private static io.restassured.response.ValidatableResponse acceptUnseen(
            String objective, String department) {
        var path = "/objectives/" + objective;
        var words = new HashMap<>(terms(department, 0, 0));
        words.keySet().removeAll(List.of("riskShare", "rewardShare"));
        return act(Tokens.head(department), path + "/acceptances", tag(path), words);
    }
}
