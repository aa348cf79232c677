package io.jointly.catalog.flow;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WorkItemsTest {
    @Test
    void countsTheListThatItShows() {
        var stream = Streams.create();
        send(
                stream,
                event("A", "2026-01-05T09:00:00Z", "New", "one")
                        + event("B", "2026-01-05T09:00:00Z", "Closed", "one"));
        asReader()
                .get(BASE + stream + "/work-items?open=true&count=true")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(java.util.List.of("A")))
                .body("total", equalTo(1));
    }

    @Test
    void worksHistoryOutAgainWhenStatesAreClassedAnew() {
        var stream = Streams.create();
        send(
                stream,
                event("A", "2026-01-05T09:00:00Z", "Odd", "one")
                        + event("A", "2026-01-05T10:00:00Z", "Active", "one")
                        + event("A", "2026-01-05T12:00:00Z", "Finished", "one"));
        flow(stream).body("done", equalTo(0)).body("efficiency", nullValue());
        asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"states\":{\"Finished\":\"done\",\"Odd\":\"waiting\"}}")
                .patch(BASE + stream)
                .then()
                .statusCode(200);
        Streams.awaitFigures(stream);
        var flow =
                flow(stream)
                        .body("done", equalTo(1))
                        .body("activeTime", equalTo("PT2H"))
                        .extract()
                        .jsonPath();
        assertThat(flow.getDouble("efficiency"))
                .isCloseTo(0.6667, org.assertj.core.api.Assertions.within(0.0001));
    }

    @Test
    void listsTheWorstItemsFirstPageByPage() {
        var stream = Streams.create();
        var lines = new StringBuilder();
        for (var item = 0; item < 7; item++) {
            for (var hop = 0; hop <= item; hop++) {
                lines.append(
                        event(
                                "I" + item,
                                "2026-01-05T%02d:00:00Z".formatted(hop),
                                "Active",
                                "t" + hop % 2));
            }
        }
        send(stream, lines.toString());
        var seen = new ArrayList<Integer>();
        String next = BASE + stream + "/work-items?sort=-handoffs&limit=3&count=true";
        while (next != null) {
            var page =
                    asReader()
                            .urlEncodingEnabled(false)
                            .get(next)
                            .then()
                            .statusCode(200)
                            .body("total", equalTo(7))
                            .extract();
            seen.addAll(page.path("items.handoffs"));
            next = page.path("next");
        }
        assertThat(seen).containsExactly(6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void givesOpenWorkAnAgeAndDoneWorkAFlowTime() {
        var stream = Streams.create();
        send(
                stream,
                event("OPEN", "2026-01-05T09:00:00Z", "New", "one")
                        + event("OPEN", "2026-01-05T12:00:00Z", "Active", "two")
                        + event("DONE", "2026-01-05T09:00:00Z", "New", "one")
                        + event("DONE", "2026-01-05T12:00:00Z", "Closed", "two"));
        asReader()
                .get(BASE + stream + "/work-items?sort=-flowTime")
                .then()
                .body("items.id", equalTo(java.util.List.of("DONE")))
                .body("items[0].flowTimeHours", equalTo(3.0f))
                .body("items[0].ageHours", nullValue());
        asReader()
                .get(BASE + stream + "/work-items?sort=-age")
                .then()
                .body("items.id", equalTo(java.util.List.of("OPEN")))
                .body("items[0].flowTimeHours", nullValue())
                .body("items[0].ageHours", greaterThan(3.0f));
        asReader()
                .get(BASE + stream + "/work-items/OPEN")
                .then()
                .body("flowTime", nullValue())
                .body("age", startsWith("PT"))
                .body("now.team", equalTo("two"))
                .body("now.teamSince", equalTo("2026-01-05T12:00:00Z"))
                .body("now.departmentSince", nullValue());
        problem(
                        asReader()
                                .get(BASE + stream + "/work-items?sort=-flowTime&open=true")
                                .then(),
                        400,
                        "invalid-request")
                .body("errors[0].parameter", equalTo("open"));
    }

    @Test
    void neverWaitsLessThanNothingWhenTheSourcesOrderContradictsTheClock() {
        var stream = Streams.create();
        send(
                stream,
                """
                {"workItem":"A","sequence":1,"occurredAt":"2026-01-05T12:00:00Z","activity":"Active","team":"one"}
                {"workItem":"A","sequence":2,"occurredAt":"2026-01-05T09:00:00Z","activity":"Active","team":"two"}
                {"workItem":"A","sequence":3,"occurredAt":"2026-01-05T13:00:00Z","activity":"Closed","team":"two"}
                """);
        asReader()
                .get(BASE + stream + "/handoffs")
                .then()
                .body("items[0].count", equalTo(1))
                .body("items[0].meanWaitHours", equalTo(0.0f));
        flow(stream).body("activeTime", equalTo("PT4H")).body("flowTime.mean", equalTo("PT4H"));
    }

    @Test
    void countsAnItemOfVeryManyTeamsForNoPairsWorkingTogether() {
        var stream = Streams.create();
        var lines = new StringBuilder();
        for (var team = 0; team < 1_500; team++) {
            lines.append(
                    event(
                            "WIDE",
                            java.time.Instant.parse("2026-01-05T09:00:00Z")
                                    .plusSeconds(60L * team)
                                    .toString(),
                            "Active",
                            "t" + team));
        }
        send(stream, lines.toString()).statusCode(200);
        flow(stream).body("handoffs.total", equalTo(1_499));
        asReader()
                .get(BASE + stream + "/flow/pairs")
                .then()
                .statusCode(200)
                .body("items", equalTo(java.util.List.of()));
    }

    private static ValidatableResponse flow(String stream) {
        return asReader().get(BASE + stream + "/flow").then().statusCode(200);
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/" + code));
    }
}
