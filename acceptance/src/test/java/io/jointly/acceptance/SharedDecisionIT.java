package io.jointly.acceptance;

import static io.jointly.acceptance.suite.Api.CATALOG;
import static io.jointly.acceptance.suite.Api.GOVERNANCE;
import static io.jointly.acceptance.suite.Api.OKR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.Eventually;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From a signal in the flow of work to the measured effect of what two departments decided about
 * it, step by step through the API.
 */
@ExtendWith(Running.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedDecisionIT {
    private static final String STREAM = World.fresh("joiner-requests");

    private final Api api;
    private String escalation;
    private String decision;
    private String objective;
    private String keyResult;

    SharedDecisionIT(RunningSuite suite) {
        api = suite.api();
    }

    @Test
    @Order(1)
    void theSignalIsInTheFlowOfWork() {
        World.of(api).stream(STREAM, "Joiner requests");

        var result = importEvents("integrator", bouncing("J", 10)).expect(200).body();
        var flow = api.as("head-hr").read(CATALOG + "/value-streams/" + STREAM + "/flow");
        var pairs = api.as("head-hr").read(CATALOG + "/value-streams/" + STREAM + "/handoffs");

        assertThat(result.path("accepted").asInt()).isEqualTo(40);
        assertThat(flow.path("workItems").asInt()).isEqualTo(10);
        assertThat(flow.at("/handoffs/total").asInt()).isEqualTo(30);
        assertThat(flow.at("/pingPong/items").asInt()).isEqualTo(10);
        assertThat(pairs.at("/items/0/from").asText()).isEqualTo("Service Desk");
        assertThat(pairs.at("/items/0/to").asText()).isEqualTo("HR Desk");
        assertThat(pairs.at("/items/0/count").asInt()).isEqualTo(20);
    }

    @Test
    @Order(2)
    void sendingTheSameEventsAgainChangesNothing() {
        var result = importEvents("integrator", bouncing("J", 10)).expect(200).body();

        assertThat(result.path("accepted").asInt()).isZero();
        assertThat(result.path("duplicate").asInt()).isEqualTo(40);
    }

    @Test
    @Order(3)
    void oneDepartmentRaisesItWithItsPeer() {
        var raised =
                api.as("head-it")
                        .key(World.fresh("escalation"))
                        .post(
                                GOVERNANCE + "/escalations",
                                Map.of(
                                        "title", "Joiner requests bounce between two desks",
                                        "concern",
                                                "Each one goes back and forth before it is done.",
                                        "kind", "functional",
                                        "department", "it",
                                        "departments", List.of("it", "hr"),
                                        "about", List.of("value-stream:" + STREAM)))
                        .expect(201);
        escalation = GOVERNANCE + "/escalations/" + raised.body().path("ref").asText();

        assertThat(raised.header("Location")).endsWith(escalation);
        assertThat(raised.body().path("state").asText()).isEqualTo("peers");
        assertThat(raised.body().at("/clock/dueAt").asText()).isNotEmpty();
        assertThat(waiting("head-hr", GOVERNANCE)).contains("acknowledge-escalation");
    }

    @Test
    @Order(4)
    void nobodyAcknowledgesForAnother() {
        api.as("head-it")
                .act(escalation, "acknowledgements", Map.of("department", "hr"))
                .refused(403, "not-allowed");
        api.as("head-facilities")
                .act(escalation, "acknowledgements", Map.of("department", "hr"))
                .refused(403, "not-allowed");
        api.as("admin")
                .act(escalation, "acknowledgements", Map.of("department", "hr"))
                .refused(403, "not-allowed");

        var view =
                api.as("head-hr")
                        .act(escalation, "acknowledgements", Map.of("department", "hr"))
                        .expect(200)
                        .body();
        assertThat(view.at("/acknowledgements/0/department").asText()).isEqualTo("hr");
    }

    @Test
    @Order(5)
    void aDecisionIsOpenedOutOfIt() {
        api.as("head-hr")
                .act(
                        escalation,
                        "decisions",
                        Map.of(
                                "question",
                                "Who owns the joiner queue?",
                                "whyNow",
                                "Every joiner waits between the two desks.",
                                "options",
                                List.of(
                                        Map.of("code", "A", "title", "One shared queue"),
                                        Map.of("code", "B", "title", "HR alone")),
                                "departments",
                                List.of("it", "hr"),
                                "driver",
                                Map.of("department", "hr"),
                                "method",
                                "consent"))
                .expect(201);
        decision =
                GOVERNANCE
                        + "/decisions/"
                        + api.as("head-it").read(escalation).at("/decisions/0").asText();

        var view = api.as("sponsor").read(decision);
        assertThat(view.path("state").asText()).isEqualTo("open");
        assertThat(view.path("escalation").asText()).isEqualTo(last(escalation));
        assertThat(waiting("head-it", GOVERNANCE)).contains("vote");
    }

    @Test
    @Order(6)
    void itIsNotDecidedBeforeEveryoneAffectedTookPart() {
        api.as("head-it").act(decision, "votes", vote("hr")).refused(403, "not-allowed");
        api.as("head-hr").act(decision, "votes", vote("hr")).expect(200);
        api.as("head-hr").act(decision, "outcome", outcome()).refused(409, "not-all-took-part");
        api.as("head-it").act(decision, "votes", vote("it")).expect(200);
        api.as("head-it").act(decision, "outcome", outcome()).refused(403, "not-allowed");

        var view = api.as("head-hr").act(decision, "outcome", outcome()).expect(200).body();

        assertThat(view.path("state").asText()).isEqualTo("decided");
        assertThat(view.at("/outcome/option").asText()).isEqualTo("A");
        var resolved = api.as("head-it").read(escalation);
        assertThat(resolved.path("state").asText()).isEqualTo("resolved");
        assertThat(resolved.at("/resolution/kind").asText()).isEqualTo("solved-together");
    }

    @Test
    @Order(7)
    void aJointObjectiveFollowsFromIt() {
        var drafted =
                api.as("head-it")
                        .post(
                                OKR + "/objectives",
                                Map.of(
                                        "cycle",
                                        World.CYCLE,
                                        "title",
                                        "Joiners find everything ready",
                                        "why",
                                        "A first day spent waiting says that we did not.",
                                        "kind",
                                        "committed",
                                        "owners",
                                        List.of("it", "hr"),
                                        "links",
                                        List.of("decision:" + last(decision))))
                        .expect(201)
                        .body();
        objective = OKR + "/objectives/" + drafted.path("ref").asText();
        var added =
                api.as("head-hr")
                        .post(
                                objective + "/key-results",
                                Map.of(
                                        "title",
                                        "Requests hardly bounce any more",
                                        "target",
                                        0.1,
                                        "binding",
                                        Map.of(
                                                "measure",
                                                "value-stream:" + STREAM + "/ping-pong-share")))
                        .expect(201)
                        .body();
        keyResult = OKR + "/key-results/" + added.path("ref").asText();

        assertThat(drafted.path("joint").asBoolean()).isTrue();
        assertThat(drafted.path("state").asText()).isEqualTo("draft");
        assertThat(added.path("baseline").asDouble()).isEqualTo(1.0);
        assertThat(added.path("direction").asText()).isEqualTo("down");
    }

    @Test
    @Order(8)
    void bothOwnersAcceptAndNobodyForTheOther() {
        api.as("head-it")
                .act(objective, "acceptances", acceptance("hr", 50))
                .refused(403, "not-allowed");
        api.as("head-it").act(objective, "acceptances", acceptance("it", 50)).expect(200);
        assertThat(api.as("head-hr").read(objective).path("state").asText()).isEqualTo("draft");
        assertThat(waiting("head-hr", OKR)).contains("accept-objective");

        api.as("head-hr")
                .act(objective, "acceptances", acceptance("hr", 60))
                .refused(422, "shares-not-as-proposed");
        var view =
                api.as("head-hr")
                        .act(objective, "acceptances", acceptance("hr", 50))
                        .expect(200)
                        .body();

        assertThat(view.path("state").asText()).isEqualTo("agreed");
    }

    @Test
    @Order(9)
    void theKeyResultChecksItselfInAsTheFlowChanges() {
        api.as("head-hr")
                .act(keyResult, "check-ins", Map.of("confidence", 7, "comment", "It begins well."))
                .expect(200);

        importEvents("integrator", straight("S", 30)).expect(200);

        Eventually.within30Seconds(
                "the key result shows the share measured now",
                () ->
                        assertThat(api.as("head-it").read(keyResult).at("/latest/value").asDouble())
                                .isCloseTo(0.25, within(0.0001)));
        var history = api.as("head-it").read(keyResult + "/check-ins").path("items");
        assertThat(values(history, "source")).contains("person", "measure");
        var view = api.as("head-hr").read(keyResult);
        assertThat(view.path("progress").asDouble()).isCloseTo(0.75 / 0.9, within(0.001));
    }

    @Test
    @Order(10)
    void theDecisionShowsWhatItChanged() {
        Eventually.within30Seconds(
                "the decision shows the effect",
                () -> {
                    var view = api.as("sponsor").read(decision);
                    assertThat(values(view.path("objectives"), "")).contains(last(objective));
                    var effect = view.at("/effects/0");
                    assertThat(effect.path("latest").asDouble()).isCloseTo(0.25, within(0.0001));
                    assertThat(effect.path("change").asDouble()).isCloseTo(-0.75, within(0.0001));
                    assertThat(effect.path("better").asBoolean()).isTrue();
                });
    }

    @Test
    @Order(11)
    void everyStepIsInAnAuditTrailThatHolds() {
        var trail =
                api.as("admin")
                        .read(GOVERNANCE + "/audit?subject=decision:" + last(decision))
                        .path("items");

        assertThat(values(trail, "actor")).contains("head-hr", "head-it");
        for (var service : List.of(CATALOG, OKR, GOVERNANCE)) {
            assertThat(api.as("admin").read(service + "/audit/verification").path("intact"))
                    .as(service)
                    .hasToString("true");
        }
    }

    private io.jointly.acceptance.suite.Answer importEvents(String user, String lines) {
        return api.as(user)
                .header("Content-Type", "application/x-ndjson")
                .post(CATALOG + "/value-streams/" + STREAM + "/events?source=desk", lines);
    }

    private static String bouncing(String prefix, int items) {
        return events(prefix, items, List.of("Service Desk", "HR Desk", "Service Desk", "HR Desk"));
    }

    private static String straight(String prefix, int items) {
        return events(prefix, items, List.of("HR Desk", "Service Desk"));
    }

    private static String events(String prefix, int items, List<String> teams) {
        var lines = new StringBuilder();
        for (int item = 1; item <= items; item++) {
            for (int hop = 0; hop < teams.size(); hop++) {
                lines.append(
                        """
                        {"workItem":"%s%d","occurredAt":"2026-03-02T%02d:00:00Z","activity":"handled","team":"%s"}
                        """
                                .formatted(prefix, item, 8 + hop, teams.get(hop)));
            }
        }
        return lines.toString();
    }

    private static Map<String, String> vote(String department) {
        return Map.of(
                "department", department,
                "option", "A",
                "position", "agree",
                "reason", "One place to ask.");
    }

    private static Map<String, String> outcome() {
        return Map.of("option", "A", "text", "Both desks work from one queue.");
    }

    private static Map<String, Object> acceptance(String department, int share) {
        return Map.of(
                "department",
                department,
                "commitment",
                "Everything stands ready the evening before.",
                "contribution",
                "Two people, every morning.",
                "whatIsInItForUs",
                "No more emergencies on Mondays.",
                "riskShare",
                share,
                "rewardShare",
                share);
    }

    private List<String> waiting(String user, String service) {
        return values(api.as(user).read(service + "/waiting").path("items"), "kind");
    }

    private static List<String> values(JsonNode items, String field) {
        var values = new ArrayList<String>();
        items.forEach(item -> values.add((field.isEmpty() ? item : item.path(field)).asText()));
        return values;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
