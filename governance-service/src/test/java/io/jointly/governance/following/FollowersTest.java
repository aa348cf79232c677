package io.jointly.governance.following;

import static io.jointly.governance.testing.Governance.act;
import static io.jointly.governance.testing.Governance.concern;
import static io.jointly.governance.testing.Governance.department;
import static io.jointly.governance.testing.Governance.get;
import static io.jointly.governance.testing.Governance.history;
import static io.jointly.governance.testing.Governance.post;
import static io.jointly.governance.testing.Governance.question;
import static io.jointly.governance.testing.Governance.raised;
import static io.jointly.governance.testing.Governance.voted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.governance.testing.Governance;
import io.jointly.governance.testing.GovernanceTest;
import io.jointly.governance.testing.Neighbourhood;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowersTest extends GovernanceTest {
    @Inject Followers followers;

    private final String it = department();
    private final String hr = department();
    private final String objective = "OBJ-" + number();
    private final String keyResult = "KR-" + number();
    private String escalation;
    private String decision;

    @BeforeEach
    void decideSomething() {
        escalation = raised(it, hr);
        decision =
                act(Tokens.head(it), "/escalations/" + escalation, "decisions", question(it, hr))
                        .extract()
                        .path("ref");
        voted(decision, it, "agree", "A", null).statusCode(200);
        voted(decision, hr, "agree", "A", null).statusCode(200);
    }

    @Test
    void anObjectiveThatLinksToADecisionIsShownWithItAndItsEscalation() {
        decide();
        drafted(List.of("decision:" + decision, "service:mail"), keyResult(null, null, true));
        followers.followOkr();
        followers.followOkr();
        get("/decisions/" + decision)
                .body("objectives", contains(objective))
                .body("effects", hasSize(1))
                .body("effects[0].objective", equalTo(objective))
                .body("effects[0].atDecision", equalTo(0.09f))
                .body("effects[0].latest", nullValue())
                .body("effects[0].better", nullValue());
        get("/escalations/" + escalation).body("objectives", contains(objective));
        assertThat(history("decision:" + decision))
                .endsWith("decision.objective-linked")
                .hasSize(5);
        assertThat(history("escalation:" + escalation)).endsWith("escalation.objective-linked");
        assertThat(Neighbourhood.askedFor("/api/okr/v1/changes")).startsWith("Bearer ");
    }

    @Test
    void theEffectIsTheLatestValueAgainstTheOneAtTheDecision() {
        drafted(List.of("decision:" + decision), keyResult(0.10, "2026-11-01T10:00:00Z", true));
        followers.followOkr();
        get("/decisions/" + decision).body("effects[0].atDecision", nullValue());
        decide();
        get("/decisions/" + decision)
                .body("effects[0].atDecision", equalTo(0.10f))
                .body("effects[0].change", equalTo(0.0f))
                .body("effects[0].better", equalTo(false));
        var seen = Governance.tag("/decisions/" + decision);
        checkedIn(0.04);
        followers.followOkr();
        get("/decisions/" + decision)
                .body("effects[0].atDecision", equalTo(0.10f))
                .body("effects[0].latest", equalTo(0.04f))
                .body("effects[0].change", equalTo(-0.06f))
                .body("effects[0].direction", equalTo("down"))
                .body("effects[0].better", equalTo(true));
        assertThat(Governance.tag("/decisions/" + decision)).isNotEqualTo(seen);
        Governance.as(Tokens.admin())
                .get("/audit?subject=decision:" + decision)
                .then()
                .body("items[0].action", equalTo("decision.effect-measured"))
                .body("items[0].actor", startsWith("service:"))
                .body("items[0].onBehalfOf", equalTo("head-hr"));
    }

    @Test
    void aKeyResultThatPeopleCheckInIsNoMeasuredEffect() {
        drafted(List.of("decision:" + decision), keyResult(0.10, "2026-11-01T10:00:00Z", false));
        followers.followOkr();
        get("/decisions/" + decision)
                .body("objectives", contains(objective))
                .body("effects", hasSize(0));
    }

    @Test
    void anObjectiveThatNoLongerLinksIsLetGo() {
        drafted(List.of("escalation:" + escalation));
        followers.followOkr();
        get("/escalations/" + escalation).body("objectives", contains(objective));
        objective("changed", List.of());
        followers.followOkr();
        get("/escalations/" + escalation).body("objectives", hasSize(0));
    }

    @Test
    void departmentsAreKnownFromTheFeedAlone() {
        var berlin = department();
        var tokyo = department();
        for (var d : List.of(berlin, tokyo)) {
            Neighbourhood.happened(
                    "catalog",
                    "department.created",
                    Map.of("code", d, "name", d, "timeZone", "Asia/Tokyo"));
        }
        Neighbourhood.happened("catalog", "flow.imported", Map.of("import", "IMP-1"));
        followers.followCatalog();
        Neighbourhood.down();
        now.turnTo(Instant.parse("2026-11-18T23:50:00Z")); // before nine in Tokyo
        post(Tokens.head(berlin), "/escalations", concern(berlin, tokyo))
                .statusCode(201)
                .body("clock.dueAt", startsWith("2026-11-20T08:0"));
    }

    @Test
    void aFeedThatIsDownIsTriedAgain() {
        drafted(List.of("decision:" + decision));
        Neighbourhood.down();
        followers.followOkr();
        get("/decisions/" + decision).body("objectives", hasSize(0));
        Neighbourhood.up();
        followers.followOkr();
        get("/decisions/" + decision).body("objectives", contains(objective));
    }

    private void decide() {
        act(
                        Tokens.head(it),
                        "/decisions/" + decision,
                        "outcome",
                        Map.of("option", "A", "text", "One queue"))
                .statusCode(200);
    }

    @SafeVarargs
    private void drafted(List<String> links, Map<String, Object>... keyResults) {
        objective("drafted", links, keyResults);
    }

    @SafeVarargs
    private void objective(String happened, List<String> links, Map<String, Object>... keyResults) {
        var entries = new ArrayList<Map<String, Object>>();
        links.forEach(l -> entries.add(Map.of("link", l, "verified", true)));
        Neighbourhood.happened(
                "okr",
                "objective." + happened,
                Map.of(
                        "ref",
                        objective,
                        "title",
                        "Joiners work from their first hour",
                        "links",
                        entries,
                        "keyResults",
                        List.of(keyResults)));
    }

    private void checkedIn(double value) {
        Neighbourhood.happened(
                "okr",
                "key-result.checked-in",
                keyResult(value, Instant.now().plusSeconds(1).toString(), true));
    }

    private Map<String, Object> keyResult(Double value, String at, boolean bound) {
        var view = new HashMap<String, Object>();
        view.put("ref", keyResult);
        view.put("objective", objective);
        view.put("title", "Share of incidents that ping-pong");
        view.put("baseline", 0.09);
        view.put("target", 0.04);
        view.put("unit", "ratio");
        view.put("direction", "down");
        view.put("binding", bound ? Map.of("measure", "value-stream:it-incidents/x") : null);
        view.put("latest", value == null ? null : Map.of("value", value, "at", at));
        return view;
    }

    private static long number() {
        return ThreadLocalRandom.current().nextLong(1, 1L << 40);
    }
}
