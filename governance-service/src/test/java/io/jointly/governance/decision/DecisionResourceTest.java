package io.jointly.governance.decision;

import static io.jointly.governance.testing.Governance.act;
import static io.jointly.governance.testing.Governance.as;
import static io.jointly.governance.testing.Governance.department;
import static io.jointly.governance.testing.Governance.get;
import static io.jointly.governance.testing.Governance.history;
import static io.jointly.governance.testing.Governance.opened;
import static io.jointly.governance.testing.Governance.post;
import static io.jointly.governance.testing.Governance.problem;
import static io.jointly.governance.testing.Governance.question;
import static io.jointly.governance.testing.Governance.tag;
import static io.jointly.governance.testing.Governance.vote;
import static io.jointly.governance.testing.Governance.voted;
import static io.jointly.governance.testing.Governance.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.governance.department.DepartmentDirectory;
import io.jointly.governance.testing.GovernanceTest;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DecisionResourceTest extends GovernanceTest {
    @Inject DecisionClock clock;
    @Inject DepartmentDirectory directory;

    private final String it = department();
    private final String hr = department();

    @Test
    void isOpenedByAHeadOfAnAffectedDepartment() {
        var answer =
                post(
                                Tokens.head(it),
                                "/decisions",
                                with(question(it, hr), "links", List.of("service:mail")))
                        .statusCode(201)
                        .header("Location", containsString("/api/governance/v1/decisions/DEC-"))
                        .body("ref", startsWith("DEC-"))
                        .body("state", equalTo("open"))
                        .body("driver.department", equalTo(it))
                        .body("departments", contains(it, hr))
                        .body("options.code", contains("A", "B"))
                        .body("method", equalTo("consent"))
                        .body("threshold", nullValue())
                        .body("quorum", equalTo(1))
                        .body("closesAt", notNullValue())
                        .body("votes", hasSize(0))
                        .body("outcome", nullValue())
                        .body("effects", hasSize(0))
                        .body("links[0].link", equalTo("service:mail"))
                        .body("links[0].verified", equalTo(true))
                        .extract();
        get("/decisions/" + answer.path("ref")).header("ETag", equalTo(answer.header("ETag")));
    }

    @Test
    void isDecidedByConsentOnceNobodyObjects() {
        var ref = opened(question(it, hr));
        voted(ref, it, "agree", "A", "Quicker").statusCode(200);
        problem(decided(ref, it, "A"), 409, "not-all-took-part")
                .body("detail", containsString("waits for the vote of: " + hr));
        voted(ref, hr, "object", "A", "Our files would be open to all of IT").statusCode(200);
        problem(decided(ref, it, "A"), 422, "objection-stands")
                .body("detail", containsString("Our files would be open"));
        problem(decided(ref, it, "B"), 422, "nobody-agrees");
        voted(ref, hr, "agree", "A", "The files stay closed now")
                .statusCode(200)
                .body("votes", hasSize(2));
        decided(ref, it, "A")
                .statusCode(200)
                .body("state", equalTo("decided"))
                .body("outcome.option", equalTo("A"))
                .body("outcome.validity", startsWith("Valid: all 2 affected departments"));
        problem(voted(ref, hr, "object", "A", "Too late"), 409, "decision-closed");
        problem(decided(ref, it, "B"), 409, "decision-closed");
        assertThat(history("decision:" + ref))
                .containsExactly(
                        "decision.opened",
                        "decision.voted",
                        "decision.voted",
                        "decision.voted",
                        "decision.decided");
    }

    @Test
    void isNotDecidedByConsentToDifferentOptions() {
        var ref = opened(question(it, hr));
        directory.learn(hr, "Human Resources", "Europe/Paris");
        voted(ref, it, "agree", "A", null).statusCode(200);
        problem(decided(ref, it, "A"), 409, "not-all-took-part")
                .body("detail", containsString("waits for the vote of: Human Resources."));
        voted(ref, hr, "agree", "B", null).statusCode(200);
        problem(decided(ref, it, "A"), 422, "no-consent-to-option")
                .body("detail", containsString("Human Resources agreed to option 'B'"))
                .body("detail", containsString("vote again"));
        get("/decisions/" + ref).body("state", equalTo("open"));
        voted(ref, hr, "agree", "A", null).statusCode(200);
        decided(ref, it, "A")
                .statusCode(200)
                .body(
                        "outcome.validity",
                        equalTo(
                                "Valid: all 2 affected departments took part and agreed to option A; no objection stands."));
    }

    @Test
    void isDecidedByMajorityOnlyBeyondTheThreshold() {
        var third = department();
        var ref =
                opened(with(with(question(it, hr, third), "method", "majority"), "threshold", 0.5));
        voted(ref, it, "agree", "A", null).statusCode(200);
        voted(ref, hr, "object", "A", "Nobody would sort").statusCode(200);
        voted(ref, third, "abstain", null, null).statusCode(200);
        problem(decided(ref, it, "A"), 422, "no-majority");
        voted(ref, third, "agree", "A", null).statusCode(200);
        decided(ref, it, "A").statusCode(200).body("outcome.validity", containsString("2 of 3"));
    }

    @Test
    void canBeClosedUndecided() {
        var ref = opened(question(it, hr));
        var outcome = Map.of("text", "We need figures first");
        act(Tokens.head(it), "/decisions/" + ref, "outcome", outcome)
                .statusCode(200)
                .body("state", equalTo("not-decided"))
                .body("outcome.option", nullValue());
    }

    @Test
    void nobodyVotesForAnotherDepartment() {
        var ref = opened(question(it, hr));
        var path = "/decisions/" + ref;
        var forHr = vote(hr, "agree", "A", null);
        problem(act(Tokens.head(it), path, "votes", forHr), 403, "not-allowed");
        problem(act(Tokens.member(hr), path, "votes", forHr), 403, "not-allowed");
        problem(act(Tokens.sponsor(), path, "votes", forHr), 403, "not-allowed");
        problem(act(Tokens.admin(), path, "votes", forHr), 403, "not-allowed");
        problem(act(Tokens.integrator("flow:write"), path, "votes", forHr), 403, "not-allowed");
        var other = department();
        problem(voted(ref, other, "agree", "A", null), 422, "department-not-affected");
        problem(decided(ref, hr, "A"), 403, "not-allowed");
        problem(post(Tokens.head(hr), "/decisions", question(it, hr)), 403, "not-allowed");
        problem(
                post(
                        Tokens.head(other),
                        "/decisions",
                        with(question(it, hr), "driver", Map.of("department", other))),
                422,
                "department-not-affected");
        get(path).body("version", equalTo(0)).body("votes", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "agree,-,-,400,invalid-request,/option",
                "agree,Z,-,422,unknown-option,/option",
                "object,A,-,422,objection-without-reason,/reason",
                "object,A,' ',422,objection-without-reason,/reason",
                "abstain,A,-,400,invalid-request,/option",
                "maybe,A,-,400,invalid-request,/position"
            })
    void refusesVotesThatMakeNoSense(
            String position, String option, String reason, int status, String code, String at) {
        var ref = opened(question(it, hr));
        problem(voted(ref, hr, position, option, reason), status, code)
                .body("errors[0].pointer", equalTo(at));
    }

    @Test
    void refusesQuestionsThatMakeNoSense() {
        var good = question(it, hr);
        var twice = List.of(Map.of("code", "A", "title", "x"), Map.of("code", "A", "title", "y"));
        refused(with(good, "question", ""), 400, "invalid-request", "/question");
        refused(with(good, "options", List.of()), 400, "invalid-request", "/options");
        refused(with(good, "options", twice), 400, "invalid-request", "/options/1");
        refused(
                with(good, "options", List.of(Map.of("code", "A B", "title", "x"))),
                400,
                "invalid-request",
                "/options/0/code");
        refused(
                with(good, "departments", List.of(it, it)),
                400,
                "invalid-request",
                "/departments/1");
        refused(
                with(good, "departments", List.of(it, "no-such")),
                422,
                "department-not-found",
                "/departments/1");
        refused(with(good, "threshold", 0.5), 400, "invalid-request", "/threshold");
        refused(with(good, "threshold", 1), 400, "invalid-request", "/threshold");
        refused(with(good, "quorum", 1.1), 400, "invalid-request", "/quorum");
        refused(with(good, "quorum", "1"), 400, "invalid-request", "/quorum");
        refused(with(good, "closesAt", "yesterday"), 400, "invalid-request", "/closesAt");
        refused(
                with(good, "closesAt", "2020-01-01T00:00:00Z"),
                400,
                "invalid-request",
                "/closesAt");
        refused(with(good, "reviewOn", "2026-13-01"), 400, "invalid-request", "/reviewOn");
        refused(with(good, "links", List.of("objective:no-1")), 422, "link-not-found", "/links/0");
        refused(with(good, "method", "dice"), 400, "invalid-request", "/method");
        refused(with(good, "driver", null), 400, "invalid-request", "/driver");
    }

    @Test
    void twoVotesAtOnceBothCount() throws Exception {
        var ref = opened(question(it, hr));
        var path = "/decisions/" + ref + "/votes";
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers =
                    pool.invokeAll(
                            List.of(
                                    starred(path, it, vote(it, "agree", "A", null)),
                                    starred(path, hr, vote(hr, "agree", "A", null))));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdownNow();
        }
        get("/decisions/" + ref).body("votes", hasSize(2)).body("version", equalTo(2));
    }

    @Test
    void ofTwoVotesOnTheSameVersionOneHasToLookAgain() throws Exception {
        var ref = opened(question(it, hr));
        var path = "/decisions/" + ref + "/votes";
        var seen = tag("/decisions/" + ref);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers =
                    pool.invokeAll(
                            List.of(
                                    tagged(path, it, seen, vote(it, "agree", "A", null)),
                                    tagged(path, hr, seen, vote(hr, "agree", "A", null))));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder(200, 412);
        } finally {
            pool.shutdownNow();
        }
        get("/decisions/" + ref).body("votes", hasSize(1)).body("version", equalTo(1));
    }

    @Test
    void aRepeatedVoteIsAnsweredAgainNotCastAgain() {
        var ref = opened(question(it, hr));
        var key = UUID.randomUUID().toString();
        var seen = tag("/decisions/" + ref);
        var first = keyed(ref, key, seen, vote(hr, "agree", "A", null)).statusCode(200).extract();
        keyed(ref, key, seen, vote(hr, "agree", "A", null))
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("ETag", equalTo(first.header("ETag")));
        problem(keyed(ref, key, seen, vote(hr, "agree", "B", null)), 422, "idempotency-key-reused");
        get("/decisions/" + ref).body("version", equalTo(1));
    }

    @Test
    void votingEndsOnItsDate() {
        var third = department();
        var closesAt = Instant.now().plus(Duration.ofDays(3)).toString();
        var lost = opened(with(question(it, hr), "closesAt", closesAt));
        var carried = opened(with(question(it, third), "closesAt", closesAt));
        voted(carried, it, "agree", "A", null).statusCode(200);
        voted(carried, third, "abstain", null, null).statusCode(200);
        now.turnOn(Duration.ofDays(4));
        problem(voted(lost, hr, "agree", "A", null), 409, "voting-over");
        clock.run();
        clock.run();
        get("/decisions/" + lost)
                .body("state", equalTo("not-decided"))
                .body("outcome.text", containsString("No vote came from: " + it + ", " + hr));
        get("/decisions/" + carried).body("state", equalTo("open"));
        assertThat(history("decision:" + lost))
                .containsExactly("decision.opened", "decision.not-decided");
        decided(carried, it, "A").statusCode(200).body("state", equalTo("decided"));
        assertThat(history("decision:" + carried)).contains("decision.voting-closed").hasSize(5);
    }

    @Test
    void isListedByStateAndDepartment() {
        var first = opened(question(it, hr));
        var second = opened(question(it));
        act(Tokens.head(it), "/decisions/" + second, "outcome", Map.of("text", "Later"));
        get("/decisions?department=" + it).body("items.ref", contains(second, first));
        get("/decisions?state=open&department=" + it).body("items.ref", contains(first));
        get("/decisions?state=in:decided,not-decided&count=true&department=" + it)
                .body("items.ref", contains(second))
                .body("total", equalTo(1));
        problem(get("/decisions?state=in:open,asleep"), 400, "invalid-request");
        problem(get("/decisions/DEC-999999"), 404, "not-found");
        problem(get("/decisions/nonsense"), 404, "not-found");
        as(Tokens.nobody())
                .accept("text/csv")
                .get("/decisions?department=" + it)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"));
    }

    private void refused(Map<String, Object> question, int status, String code, String pointer) {
        problem(post(Tokens.head(it), "/decisions", question), status, code)
                .body("errors.pointer", org.hamcrest.Matchers.hasItem(pointer));
    }

    private static ValidatableResponse decided(String ref, String department, String option) {
        return act(
                Tokens.head(department),
                "/decisions/" + ref,
                "outcome",
                Map.of("option", option, "text", "So be it"));
    }

    private static Callable<Integer> starred(String path, String department, Object vote) {
        return tagged(path, department, "*", vote);
    }

    private static Callable<Integer> tagged(
            String path, String department, String tag, Object vote) {
        return () ->
                as(Tokens.head(department))
                        .contentType("application/json")
                        .header("If-Match", tag)
                        .body(vote)
                        .post(path)
                        .statusCode();
    }

    private ValidatableResponse keyed(String ref, String key, String tag, Object vote) {
        return as(Tokens.head(hr))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", tag)
                .body(vote)
                .post("/decisions/" + ref + "/votes")
                .then();
    }
}
