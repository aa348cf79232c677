package io.jointly.catalog.imports;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asIntegrator;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.catalog.Streams;
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
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RefusedImportTest {
    private static final String MAPPING =
            "{\"workItem\":\"id\",\"occurredAt\":\"at\",\"activity\":\"what\",\"team\":\"team\"}";

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
    void refusesAMappingThatMatchesNothingAndSaysWhatThereIs() {
        var stream = Streams.create();
        problem(
                        csv(
                                stream,
                                "{\"workItem\":\"id\",\"occurredAt\":\"what\",\"activity\":\"at\"}",
                                "id,at,what,team\nA,2026-01-05T09:00:00Z,New,one\nB,2026-01-05T09:00:00Z,New,one\n"),
                        400,
                        "mapping-matches-nothing")
                .body("detail", containsString("2 × occurredAt is not a time"))
                .body("detail", containsString("the columns id, at, what, team"));
        problem(
                        xes(
                                stream,
                                "<log><trace><string key='concept:name' value='A'/><event><string key='concept:name' value='x'/></event><event><string key='concept:name' value='y'/></event></trace></log>"),
                        400,
                        "mapping-matches-nothing")
                .body("detail", containsString("2 × occurredAt is missing"))
                .body("detail", containsString("no 'time:timestamp'"))
                .body("detail", containsString("trace:concept:name"));
        asReader().get(BASE + stream + "/imports").then().body("items.size()", equalTo(0));
        csv(stream, MAPPING, "id,at,what,team\n").statusCode(200).body("events", equalTo(0));
    }

    @Test
    void refusesXmlBombsAndForeignEntities() {
        var stream = Streams.create();
        for (var body :
                new String[] {
                    "<!DOCTYPE log [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><log>&b;</log>",
                    "<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><log><string key='a' value='&x;'/></log>",
                    "<log>" + "<list key='a'>".repeat(10_000),
                    "<log><string key='" + "x".repeat(2_000_000),
                    "<html/>",
                    ""
                }) {
            problem(xes(stream, body), 400, "broken-xes");
        }
        flow(stream).body("events", equalTo(0));
    }

    @Test
    void leavesOutWhatLiesInTheFuture() {
        var stream = Streams.create();
        var now = java.time.Instant.now();
        send(
                        stream,
                        event("A", now.plusSeconds(3_600).toString(), "New", "one")
                                + event("B", now.plusSeconds(2 * 86_400).toString(), "New", "one"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejections[0].line", equalTo(2))
                .body("rejections[0].reason", containsString("future"));
    }

    @Test
    void leavesOutTheLineThatTheBodyEndsIn() {
        send(
                        Streams.create(),
                        event("A", "2026-01-05T09:00:00Z", "New", "one")
                                + "{\"workItem\":\"B\",\"occ")
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejections[0].line", equalTo(2))
                .body("rejections[0].reason", containsString("ends in the middle"));
    }

    @Test
    void refusesAnUnknownCharacterSet() {
        problem(
                asIntegrator()
                        .contentType("text/csv;charset=EBCDIC")
                        .queryParam("mapping", MAPPING)
                        .body("id\n".getBytes(StandardCharsets.UTF_8))
                        .post(BASE + Streams.create() + "/events")
                        .then(),
                400,
                "unknown-charset");
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
        beginSending(stream + "/events", line.repeat(100)).close();
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
    void takesOnlyAFewImportsAtOnceSoThatOthersAreServed() throws Exception {
        var stream = Streams.create();
        var line = event("A", "2026-01-05T09:00:00Z", "New", "one");
        var slow = new ArrayList<Socket>();
        try {
            for (var sender = 0; sender < 2; sender++) {
                slow.add(beginSending(stream + "/events", line));
            }
            await(() -> send(stream, "\n").extract().statusCode() == 503); // which imports nothing
            problem(send(stream, line), 503, "imports-busy")
                    .header("Retry-After", matchesPattern("[1-9][0-9]*"));
            flow(stream).body("events", equalTo(0));
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        await(() -> send(stream, line).extract().statusCode() == 200);
    }

    @Test
    void takesOnlyAFewPreviewsAtOnceSoThatMemoryLasts() throws Exception {
        var stream = Streams.create();
        var line = event("A", "2026-01-05T09:00:00Z", "New", "one");
        var slow = new ArrayList<Socket>();
        try {
            for (var sender = 0; sender < 4; sender++) {
                slow.add(beginSending(stream + "/events/preview", line));
            }
            await(() -> preview(stream, line).extract().statusCode() == 503);
            problem(preview(stream, line), 503, "previews-busy")
                    .header("Retry-After", matchesPattern("[1-9][0-9]*"));
            send(stream, line).statusCode(200); // imports have places of their own
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        await(() -> preview(stream, line).extract().statusCode() == 200);
    }

    private static ValidatableResponse preview(String stream, String lines) {
        return asIntegrator()
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(BASE + stream + "/events/preview")
                .then();
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

    private static ValidatableResponse xes(String stream, String body) {
        return asIntegrator()
                .contentType("application/xes+xml")
                .body(body.getBytes(StandardCharsets.UTF_8))
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

    private static Socket beginSending(String path, String lines) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        var head =
                "POST %s%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n"
                        .formatted(BASE, path, Tokens.integrator("flow:write"));
        socket.getOutputStream().write((head + lines).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void await(BooleanSupplier until) throws InterruptedException {
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
