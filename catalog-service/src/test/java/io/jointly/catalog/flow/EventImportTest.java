package io.jointly.catalog.flow;

import static io.jointly.catalog.flow.Streams.BASE;
import static io.jointly.catalog.flow.Streams.asIntegrator;
import static io.jointly.catalog.flow.Streams.asOwner;
import static io.jointly.catalog.flow.Streams.asReader;
import static io.jointly.catalog.flow.Streams.event;
import static io.jointly.catalog.flow.Streams.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /workItem",
                "{\"workItem\":\"nope\",\"occurredAt\":\"at\",\"activity\":\"what\"} | nope",
                "{\"workItem\":\"id\",\"occurredAt\":\"at\",\"activity\":\"what\",\"timeFormat\":\"bb\"} | /timeFormat",
                "{\"workItem\":\"id\",\"occurredAt\":\"at\",\"activity\":\"what\",\"timeZone\":\"Mars\"} | /timeZone",
                "{\"workItem\":\"id\",\"occurredAt\":\"at\",\"activity\":\"what\",\"delimiter\":\"ab\"} | /delimiter",
                "{\"workItem\":\"id\",\"colour\":\"at\"} | /colour",
                "[] | mapping",
                "nonsense | not JSON"
            })
    void refusesAMappingThatDoesNotFit(String mapping, String because) {
        problem(
                        csv(Streams.create(), mapping, "id,at,what\nA,2026-01-05T09:00:00Z,New\n"),
                        400,
                        "mapping-does-not-fit")
                .body("detail", containsString(because));
    }

    @Test
    void refusesABrokenGzipAndKeepsNothing() throws IOException {
        var stream = Streams.create();
        var whole = gzip(event("A", "2026-01-05T09:00:00Z", "New", "one").repeat(20_000));
        for (var body :
                new byte[][] {
                    Arrays.copyOf(whole, whole.length / 2),
                    "not gzip".getBytes(StandardCharsets.UTF_8),
                    new byte[0]
                }) {
            problem(
                    asIntegrator()
                            .contentType("application/x-ndjson")
                            .header("Content-Encoding", "gzip")
                            .body(body)
                            .post(BASE + stream + "/events")
                            .then(),
                    400,
                    "broken-gzip");
        }
        flow(stream).body("events", equalTo(0)).body("flowTime", nullValue());
        asReader().get(BASE + stream + "/imports").then().body("items.size()", equalTo(0));
    }

    @Test
    void keepsNothingOfABodyThatIsCutOff() throws Exception {
        var stream = Streams.create();
        var line = event("A", "2026-01-05T09:00:00Z", "New", "one");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            var head =
                    "POST %s%s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n"
                            .formatted(BASE, stream, Tokens.integrator("flow:write"));
            socket.getOutputStream()
                    .write((head + line.repeat(100)).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
        // Waits behind what is left of the broken import, if anything is.
        send(stream, event("B", "2026-01-05T09:00:00Z", "New", "one"))
                .statusCode(200)
                .body("accepted", equalTo(1));
        flow(stream).body("events", equalTo(1)).body("workItems", equalTo(1));
    }

    @Test
    void refusesWhoeverMayNotImport() {
        var stream = Streams.create();
        for (var token :
                new String[] {
                    Tokens.nobody(),
                    Tokens.admin(),
                    Tokens.sponsor(),
                    Tokens.integrator("catalog:write"),
                    Tokens.head("somebody-else")
                }) {
            problem(
                    given().auth()
                            .oauth2(token)
                            .contentType("application/x-ndjson")
                            .body(
                                    event("A", "2026-01-05T09:00:00Z", "New", null)
                                            .getBytes(StandardCharsets.UTF_8))
                            .post(BASE + stream + "/events")
                            .then(),
                    403,
                    "not-allowed");
        }
        asOwner()
                .contentType("application/x-ndjson")
                .body(
                        event("A", "2026-01-05T09:00:00Z", "New", null)
                                .getBytes(StandardCharsets.UTF_8))
                .post(BASE + stream + "/events")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesACursorOfItsOwnMakingAndABodyOfNoType() {
        var stream = Streams.create();
        // "1.2.3 5", which looks like a key and is no number
        problem(
                asReader().get(BASE + stream + "/work-items?cursor=MS4yLjMgNQ").then(),
                400,
                "invalid-request");
        problem(
                asIntegrator().noContentType().post(BASE + stream + "/events").then(),
                415,
                "http-415");
    }

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
    void refusesWhatItCannotRead() {
        var stream = Streams.create();
        problem(send("nobody-knows", "{}"), 404, "not-found");
        problem(
                asIntegrator()
                        .contentType("text/csv")
                        .body("id\n")
                        .post(BASE + stream + "/events")
                        .then(),
                400,
                "mapping-does-not-fit");
        problem(
                asIntegrator()
                        .contentType("application/json")
                        .body("{}")
                        .post(BASE + stream + "/events")
                        .then(),
                415,
                "http-415");
        problem(
                asIntegrator()
                        .contentType("application/x-ndjson")
                        .header("Content-Encoding", "br")
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .post(BASE + stream + "/events")
                        .then(),
                400,
                "unknown-content-encoding");
        problem(
                asIntegrator()
                        .contentType("application/x-ndjson")
                        .queryParam("mapping", "{}")
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .post(BASE + stream + "/events")
                        .then(),
                400,
                "invalid-request");
        problem(asReader().get(BASE + stream + "/flow?from=soon").then(), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("from"));
        problem(
                asReader().get(BASE + stream + "/flow?level=planet").then(),
                400,
                "invalid-request");
        problem(asReader().get(BASE + stream + "/work-items/none").then(), 404, "not-found");
        problem(asReader().get(BASE + stream + "/measures/none").then(), 404, "not-found");
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

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/" + code));
    }
}
