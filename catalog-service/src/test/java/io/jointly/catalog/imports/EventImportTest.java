package io.jointly.catalog.imports;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asIntegrator;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.send;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EventImportTest {
    private static final String MAPPING =
            "{\"workItem\":\"id\",\"occurredAt\":\"at\",\"activity\":\"what\",\"team\":\"team\"}";

    @Test
    void countsOnlyWhatIsNew() {
        var stream = Streams.create();
        var lines =
                event("A", "2026-01-05T09:00:00Z", "New", "one")
                        + event("A", "2026-01-05T10:00:00Z", "Active", "two");
        send(stream, lines)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("duplicate", equalTo(0))
                .body("workItems", equalTo(1));
        send(stream, lines + event("A", "2026-01-05T11:00:00Z", "Closed", "two"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicate", equalTo(2));
        flow(stream)
                .body("level", equalTo("team"))
                .body("events", equalTo(3))
                .body("handoffs.total", equalTo(1))
                .body("done", equalTo(1));
    }

    @Test
    void countsIdenticalEventsOfOneRequestEach() {
        var stream = Streams.create();
        var line = event("A", "2026-01-05T09:00:00Z", "New", "one");
        send(stream, line + line).body("accepted", equalTo(2));
        send(stream, line + line + line).body("accepted", equalTo(1)).body("duplicate", equalTo(2));
    }

    @Test
    void knowsAnEventByItsIdWhateverElseChanged() {
        var stream = Streams.create();
        send(
                        stream,
                        "{\"workItem\":\"A\",\"eventId\":\"e1\",\"occurredAt\":\"2026-01-05T09:00:00Z\",\"activity\":\"New\"}")
                .body("accepted", equalTo(1));
        send(
                        stream,
                        "{\"workItem\":\"A\",\"eventId\":\"e1\",\"occurredAt\":\"2026-01-05T09:00:00Z\",\"activity\":\"Renamed\"}")
                .body("duplicate", equalTo(1));
    }

    @Test
    void takesTheGoodLinesAndSaysWhyTheOthersAreNot() {
        var stream = Streams.create();
        send(
                        stream,
                        event("A", "2026-01-05T09:00:00Z", "New", "one")
                                + "not json\n"
                                + event("B", "yesterday", "New", null)
                                + "{\"workItem\":\"C\",\"occurredAt\":\"2026-01-05T09:00:00Z\"}\n"
                                + "{\"workItem\":\"D\",\"occurredAt\":\"2026-01-05T09:00:00Z\",\"activity\":\"New\",\"colour\":\"red\"}\n"
                                + "{\"workItem\":\"E\",\"occurredAt\":\"2026-01-05T09:00:00Z\",\"activity\":\"New\",\"slaMet\":\"perhaps\"}\n"
                                + "\n"
                                + event("F" + "x".repeat(300), "2026-01-05T09:00:00Z", "New", null))
                .statusCode(200)
                .body("events", equalTo(7))
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(6))
                .body("rejections.line", equalTo(java.util.List.of(2, 3, 4, 5, 6, 8)))
                .body(
                        "rejections.field",
                        equalTo(
                                Arrays.asList(
                                        null,
                                        "occurredAt",
                                        "activity",
                                        "colour",
                                        "slaMet",
                                        "workItem")));
    }

    @Test
    void leavesOutALineOfTenMegabytesAndGoesOn() {
        var stream = Streams.create();
        send(
                        stream,
                        event("A", "2026-01-05T09:00:00Z", "x".repeat(10_000_000), null)
                                + event("B", "2026-01-05T09:00:00Z", "New", null))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejections[0].line", equalTo(1))
                .body("rejections[0].reason", containsString("longer than"));
    }

    @Test
    void showsTheFirstHundredRejectionsAndCountsTheRest() {
        send(Streams.create(), "nonsense\n".repeat(250))
                .body("rejected", equalTo(250))
                .body("rejections.size()", equalTo(100));
    }

    @Test
    void readsCsvByItsMapping() {
        var stream = Streams.create();
        csv(
                        stream,
                        MAPPING,
                        "id,at,what,team,extra\nA,2026-01-05T09:00:00Z,New,\"one, and\",x\nA,2026-01-05T12:00:00Z,Closed,two,y\nB,,New,,z\nC,1\n")
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(2))
                .body("rejections[0].field", equalTo("occurredAt"))
                .body("rejections[1].line", equalTo(5));
        asReader()
                .get(BASE + stream + "/work-items/A")
                .then()
                .statusCode(200)
                .body("handoffs.team", equalTo(1))
                .body("now.team", equalTo("two"))
                .body("flowTime", equalTo("PT3H"))
                .body("stays.carrier", equalTo(java.util.List.of("one, and", "two")));
    }

    @Test
    void givesTheSameFiguresWhoeverSendsWhatWhen() {
        var stream = Streams.create();
        var requests = new ArrayList<CompletableFuture<Void>>();
        for (var client = 0; client < 4; client++) {
            var mine = client;
            requests.add(
                    CompletableFuture.runAsync(
                            () -> {
                                for (var hour = 0; hour < 6; hour++) {
                                    var body = new StringBuilder();
                                    for (var item = 0; item < 5; item++) {
                                        body.append(
                                                event(
                                                        "W" + item,
                                                        "2026-01-05T%02d:%02d:00Z"
                                                                .formatted(hour, mine),
                                                        "Active",
                                                        "team" + (hour + mine) % 2));
                                    }
                                    send(stream, body.toString()).statusCode(200);
                                }
                            }));
        }
        CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new)).join();
        // Teams alternate with each event, but for the turn of an hour: 0 1 0 1 | 1 0 1 0 | 0 1 ...
        flow(stream)
                .body("events", equalTo(120))
                .body("handoffs.total", equalTo(5 * 6 * 3))
                .body("pingPong.items", equalTo(5));
    }

    private static ValidatableResponse flow(String stream) {
        return asReader().get(BASE + stream + "/flow").then().statusCode(200);
    }

    private static ValidatableResponse csv(String stream, String mapping, String body) {
        return asIntegrator()
                .contentType("text/csv")
                .queryParam("mapping", mapping)
                .body(body)
                .post(BASE + stream + "/events")
                .then();
    }
}
