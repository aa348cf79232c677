package io.jointly.governance.escalation;

import static io.jointly.governance.testing.Governance.act;
import static io.jointly.governance.testing.Governance.as;
import static io.jointly.governance.testing.Governance.concern;
import static io.jointly.governance.testing.Governance.department;
import static io.jointly.governance.testing.Governance.get;
import static io.jointly.governance.testing.Governance.history;
import static io.jointly.governance.testing.Governance.post;
import static io.jointly.governance.testing.Governance.problem;
import static io.jointly.governance.testing.Governance.question;
import static io.jointly.governance.testing.Governance.raised;
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

import io.jointly.governance.testing.GovernanceTest;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EscalationResourceTest extends GovernanceTest {
    private final String it = department();
    private final String hr = department();

    @Test
    void isRaisedToThePeersWithTwoWorkingDays() {
        now.turnTo(Instant.parse("2026-11-19T14:00:00Z")); // a Thursday, 15:00 in Paris
        var raised =
                post(Tokens.head(it), "/escalations", concern(it, hr))
                        .statusCode(201)
                        .header("Location", containsString("/api/governance/v1/escalations/ESC-"))
                        .header("ETag", notNullValue())
                        .body("ref", startsWith("ESC-"))
                        .body("state", equalTo("peers"))
                        .body("level", equalTo("peers"))
                        .body("raisedBy.department", equalTo(it))
                        .body("raisedBy.name", equalTo("Test head-" + it))
                        .body("departments", contains(it, hr))
                        .body("about[0].link", equalTo("value-stream:it-incidents"))
                        .body("about[0].verified", equalTo(true))
                        .body("clock.workingTime", equalTo("PT16H"))
                        .body("clock.warnedAt", nullValue())
                        .body("clock.climbedAt", nullValue())
                        .body("acknowledgements", hasSize(0))
                        .body("proposal", nullValue())
                        .body("resolution", nullValue())
                        .body("decisions", hasSize(0))
                        .body("objectives", hasSize(0))
                        .extract();
        // Two hours on Thursday, eight on Friday, six on Monday.
        assertThat(raised.<String>path("clock.dueAt")).startsWith("2026-11-23T14:0");
        get("/escalations/" + raised.path("ref"))
                .statusCode(200)
                .header("ETag", equalTo(raised.header("ETag")))
                .body("title", equalTo("Joiner tickets bounce between two desks"));
    }

    @Test
    void isSolvedTogetherWhenAllAgree() {
        var path = "/escalations/" + raised(it, hr);
        act(Tokens.head(hr), path, "acknowledgements", Map.of("department", hr))
                .statusCode(200)
                .body("acknowledgements[0].department", equalTo(hr));
        act(Tokens.head(it), path, "proposals", Map.of("department", it, "text", "One queue"))
                .statusCode(200)
                .body("proposal.agreed", contains(it))
                .body("state", equalTo("peers"));
        act(Tokens.head(hr), path, "agreements", Map.of("department", hr))
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("level", equalTo("peers"))
                .body("resolution.kind", equalTo("solved-together"))
                .body("resolution.text", equalTo("One queue"));
        problem(
                act(Tokens.head(hr), path, "agreements", Map.of("department", hr)),
                409,
                "escalation-resolved");
        assertThat(history("escalation:" + path.substring(13)))
                .containsExactly(
                        "escalation.raised",
                        "escalation.acknowledged",
                        "escalation.proposed",
                        "escalation.agreed",
                        "escalation.resolved");
    }

    @Test
    void takesNoticeOncePerDepartment() {
        var path = "/escalations/" + raised(it, hr);
        var first = act(Tokens.head(hr), path, "acknowledgements", Map.of("department", hr));
        var again = act(Tokens.head(hr), path, "acknowledgements", Map.of("department", hr));
        assertThat(again.extract().header("ETag")).isEqualTo(first.extract().header("ETag"));
        again.body("acknowledgements", hasSize(1));
    }

    @Test
    void aNewProposalVoidsTheAgreements() {
        var third = department();
        var path = "/escalations/" + raised(it, hr, third);
        act(Tokens.head(it), path, "proposals", Map.of("department", it, "text", "One queue"));
        act(Tokens.head(hr), path, "agreements", Map.of("department", hr))
                .body("proposal.agreed", contains(it, hr));
        act(Tokens.head(third), path, "proposals", Map.of("department", third, "text", "Two"))
                .statusCode(200)
                .body("proposal.agreed", contains(third))
                .body("proposal.text", equalTo("Two"));
    }

    @Test
    void isResolvedByTheDecisionMadeOfIt() {
        var ref = raised(it, hr);
        var path = "/escalations/" + ref;
        var decision =
                act(Tokens.head(hr), path, "decisions", question(hr, it))
                        .statusCode(201)
                        .header("Location", containsString("/decisions/DEC-"))
                        .body("escalation", equalTo(ref))
                        .body("links[0].link", equalTo("escalation:" + ref))
                        .body("links[0].verified", equalTo(true))
                        .extract()
                        .<String>path("ref");
        get(path).body("decisions", contains(decision)).body("state", equalTo("peers"));
        problem(act(Tokens.head(hr), path, "decisions", question(hr, it)), 409, "decision-open");
        voted(decision, it, "agree", "A", "Quicker").statusCode(200);
        voted(decision, hr, "agree", "A", null).statusCode(200);
        act(
                        Tokens.head(hr),
                        "/decisions/" + decision,
                        "outcome",
                        Map.of("option", "A", "text", "One shared queue from January"))
                .statusCode(200)
                .body("state", equalTo("decided"));
        get(path)
                .body("state", equalTo("resolved"))
                .body("resolution.kind", equalTo("solved-together"))
                .body("resolution.text", equalTo("One shared queue from January"));
    }

    @Test
    void whoVotesOnTheDecisionOutOfItHasTakenNotice() {
        var third = department();
        var ref = raised(it, hr);
        var path = "/escalations/" + ref;
        act(Tokens.head(hr), path, "acknowledgements", Map.of("department", hr)).statusCode(200);
        var decision =
                act(Tokens.head(hr), path, "decisions", question(hr, it, third))
                        .statusCode(201)
                        .extract()
                        .<String>path("ref");
        voted(decision, hr, "agree", "A", null).statusCode(200);
        voted(decision, third, "abstain", null, null).statusCode(200);
        get(path).body("acknowledgements.department", contains(hr));
        voted(decision, it, "agree", "B", null).statusCode(200);
        voted(decision, it, "agree", "A", null).statusCode(200);
        get(path)
                .body("acknowledgements.department", contains(hr, it))
                .body("acknowledgements[1].by", equalTo("Test head-" + it));
        assertThat(history("escalation:" + ref))
                .containsExactly(
                        "escalation.raised",
                        "escalation.acknowledged",
                        "escalation.decision-opened",
                        "escalation.acknowledged");
    }

    @Test
    void aDecisionOutOfItAffectsEverybodyNamed() {
        var path = "/escalations/" + raised(it, hr);
        problem(act(Tokens.head(it), path, "decisions", question(it)), 422, "peers-left-out")
                .body("errors[0].pointer", equalTo("/departments"));
        act(Tokens.head(it), path, "decisions", with(question(it), "departments", null))
                .statusCode(201)
                .body("departments", contains(it, hr));
    }

    @Test
    void theSponsorDecidesOnlyOnceItHasClimbed() {
        var path = "/escalations/" + raised(it, hr);
        problem(
                act(Tokens.sponsor(), path, "resolution", Map.of("text", "IT owns it")),
                409,
                "peers-first");
        problem(
                act(Tokens.sponsor(), path, "hand-back", Map.of("text", "Settle it")),
                409,
                "peers-first");
    }

    @Test
    void happensOncePerIdempotencyKey() {
        var key = UUID.randomUUID().toString();
        var first = keyed(key, concern(it, hr)).statusCode(201).extract();
        keyed(key, concern(it, hr))
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")))
                .body("ref", equalTo(first.path("ref")));
        problem(keyed(key, with(concern(it, hr), "title", "Else")), 422, "idempotency-key-reused");
        get("/escalations?count=true&department=" + it).body("total", equalTo(1));
        assertThat(history("escalation:" + first.path("ref"))).hasSize(1);
    }

    private io.restassured.response.ValidatableResponse keyed(String key, Object body) {
        return as(Tokens.head(it))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/escalations")
                .then();
    }
}
