package io.jointly.governance.waiting;

import static io.jointly.governance.testing.Governance.act;
import static io.jointly.governance.testing.Governance.as;
import static io.jointly.governance.testing.Governance.department;
import static io.jointly.governance.testing.Governance.opened;
import static io.jointly.governance.testing.Governance.question;
import static io.jointly.governance.testing.Governance.raised;
import static io.jointly.governance.testing.Governance.voted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.jointly.governance.escalation.EscalationClock;
import io.jointly.governance.testing.GovernanceTest;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitingResourceTest extends GovernanceTest {
    @Inject EscalationClock clock;

    private final String it = department();
    private final String hr = department();

    @Test
    void anEscalationWaitsForNoticeAndForAgreement() {
        var ref = raised(it, hr);
        assertThat(waitingFor(it)).isEmpty();
        assertThat(waitingFor(hr)).containsExactly("acknowledge-escalation escalation:" + ref);
        act(Tokens.head(hr), "/escalations/" + ref, "acknowledgements", Map.of("department", hr));
        assertThat(waitingFor(hr)).isEmpty();
        act(
                Tokens.head(it),
                "/escalations/" + ref,
                "proposals",
                Map.of("department", it, "text", "One queue"));
        assertThat(waitingFor(it)).isEmpty();
        assertThat(waitingFor(hr)).containsExactly("agree-resolution escalation:" + ref);
        as(Tokens.head(hr))
                .get("/waiting")
                .then()
                .body("items[0].department", org.hamcrest.Matchers.equalTo(hr))
                .body("items[0].since", org.hamcrest.Matchers.notNullValue())
                .body("items[0].due", org.hamcrest.Matchers.notNullValue());
    }

    @Test
    void aDecisionWaitsForVotesThenForItsDriver() {
        var ref = opened(question(it, hr));
        assertThat(waitingFor(it)).containsExactly("vote decision:" + ref);
        assertThat(waitingFor(hr)).containsExactly("vote decision:" + ref);
        voted(ref, it, "agree", "A", null);
        assertThat(waitingFor(it)).isEmpty();
        voted(ref, hr, "abstain", null, null);
        assertThat(waitingFor(hr)).isEmpty();
        assertThat(waitingFor(it)).containsExactly("decide-outcome decision:" + ref);
    }

    @Test
    void whatHasClimbedWaitsForTheSponsorAlone() {
        var subject = "escalation:" + raised(it, hr);
        sponsorSees().body("items.subject", not(hasItem(subject)));
        now.turnOn(Duration.ofDays(5));
        clock.run();
        sponsorSees().body("items.subject", hasItem(subject));
        assertThat(waitingFor(hr)).isEmpty();
    }

    @Test
    void nothingWaitsForThoseWhoHeadNothing() {
        as(Tokens.nobody()).get("/waiting").then().statusCode(200).body("items", hasSize(0));
        as(Tokens.member(it)).get("/waiting").then().statusCode(200).body("items", hasSize(0));
        as(Tokens.admin()).get("/waiting").then().statusCode(200).body("items", hasSize(0));
    }

    private static io.restassured.response.ValidatableResponse sponsorSees() {
        return as(Tokens.sponsor()).get("/waiting").then().statusCode(200);
    }

    private static List<String> waitingFor(String department) {
        List<Map<String, String>> items =
                as(Tokens.head(department))
                        .get("/waiting")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items");
        return items.stream().map(i -> i.get("kind") + " " + i.get("subject")).toList();
    }
}
