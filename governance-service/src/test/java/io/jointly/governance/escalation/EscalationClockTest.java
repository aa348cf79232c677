package io.jointly.governance.escalation;

import static io.jointly.governance.testing.Governance.act;
import static io.jointly.governance.testing.Governance.as;
import static io.jointly.governance.testing.Governance.department;
import static io.jointly.governance.testing.Governance.get;
import static io.jointly.governance.testing.Governance.history;
import static io.jointly.governance.testing.Governance.problem;
import static io.jointly.governance.testing.Governance.question;
import static io.jointly.governance.testing.Governance.raised;
import static io.jointly.governance.testing.Governance.voted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.jointly.governance.testing.GovernanceTest;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EscalationClockTest extends GovernanceTest {
    /** A Monday, nine o'clock in Paris. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @Inject EscalationClock clock;

    private final String it = department();
    private final String hr = department();
    private String path;

    @BeforeEach
    void raiseOnMonday() {
        now.turnTo(MONDAY.minus(Duration.ofMinutes(10)));
        path = "/escalations/" + raised(it, hr);
    }

    @Test
    void warnsAtThreeQuartersAndClimbsWhenItHasRunOut() {
        now.turnTo(MONDAY.plus(Duration.ofHours(27))); // Tuesday, noon: 11 of 16 hours
        clock.run();
        get(path).body("clock.warnedAt", nullValue()).body("version", equalTo(0));
        now.turnTo(MONDAY.plus(Duration.ofHours(28))); // Tuesday, 13:00
        clock.run();
        get(path)
                .body("clock.warnedAt", notNullValue())
                .body("state", equalTo("peers"))
                .body("version", equalTo(1));
        now.turnTo(MONDAY.plus(Duration.ofHours(32))); // Tuesday, 17:00
        clock.run();
        get(path)
                .body("state", equalTo("climbed"))
                .body("level", equalTo("heads"))
                .body("clock.climbedAt", notNullValue())
                .body("clock.warnedAt", nullValue())
                .body("clock.workingTime", equalTo("PT8H"));
        assertThat(history("escalation:" + path.substring(13)))
                .containsExactly("escalation.raised", "escalation.warned", "escalation.climbed");
        as(Tokens.admin())
                .get("/audit?subject=escalation:" + path.substring(13))
                .then()
                .body("items[0].actor", equalTo("service:governance-service"))
                .body("items[0].onBehalfOf", equalTo("head-" + it));
    }

    @Test
    void climbsAllTheWayToTheSponsorAndStaysThere() {
        for (var days = 1; days < 40; days++) {
            now.turnTo(MONDAY.plus(Duration.ofDays(days)));
            clock.run();
        }
        get(path).body("state", equalTo("climbed")).body("level", equalTo("sponsor"));
        assertThat(history("escalation:" + path.substring(13)))
                .containsExactly(
                        "escalation.raised",
                        "escalation.warned",
                        "escalation.climbed",
                        "escalation.warned",
                        "escalation.climbed",
                        "escalation.warned",
                        "escalation.climbed",
                        "escalation.warned",
                        "escalation.overdue");
    }

    @Test
    void theSponsorResolvesOrHandsBackWhatHasClimbed() {
        climb();
        problem(
                act(Tokens.head(hr), path, "proposals", Map.of("department", hr, "text", "x")),
                409,
                "peers-step-over");
        act(Tokens.sponsor(), path, "hand-back", Map.of("text", "You know the work best"))
                .statusCode(200)
                .body("state", equalTo("peers"))
                .body("level", equalTo("peers"))
                .body("handBack.text", equalTo("You know the work best"))
                .body("clock.climbedAt", nullValue())
                .body("clock.workingTime", equalTo("PT16H"));
        act(Tokens.head(hr), path, "proposals", Map.of("department", hr, "text", "x"))
                .statusCode(200);
        climb();
        act(Tokens.sponsor(), path, "resolution", Map.of("text", "IT owns the queue"))
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("resolution.kind", equalTo("decided-above"));
        now.turnOn(Duration.ofDays(100));
        clock.run();
        assertThat(history("escalation:" + path.substring(13)))
                .endsWith("escalation.climbed", "escalation.resolved");
    }

    @Test
    void aDecisionAfterTheClimbIsOneFromAbove() {
        climb();
        String decision =
                act(Tokens.head(it), path, "decisions", question(it, hr)).extract().path("ref");
        voted(decision, it, "agree", "A", null).statusCode(200);
        voted(decision, hr, "agree", "A", null).statusCode(200);
        var outcome = Map.of("option", "A", "text", "One queue");
        act(Tokens.head(it), "/decisions/" + decision, "outcome", outcome).statusCode(200);
        get(path)
                .body("resolution.kind", equalTo("decided-above"))
                .body("decisions", contains(decision));
    }

    @Test
    void firesOnceHoweverManyWorkersLook() throws Exception {
        var refs = new ArrayList<String>(List.of(path.substring(13)));
        for (var i = 0; i < 19; i++) {
            refs.add(raised(it, hr));
        }
        now.turnTo(MONDAY.plus(Duration.ofDays(3)));
        var workers = 4;
        var together = new CyclicBarrier(workers);
        var pool = Executors.newFixedThreadPool(workers);
        Callable<Void> worker =
                () -> {
                    together.await();
                    clock.run();
                    return null;
                };
        try {
            for (var done : pool.invokeAll(java.util.Collections.nCopies(workers, worker))) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        clock.run();
        for (var ref : refs) {
            assertThat(history("escalation:" + ref))
                    .containsExactly(
                            "escalation.raised", "escalation.warned", "escalation.climbed");
        }
    }

    private void climb() {
        now.turnOn(Duration.ofDays(5));
        clock.run();
        get(path).body("state", equalTo("climbed"));
    }
}
