package io.jointly.acceptance;

import static io.jointly.acceptance.suite.Api.CATALOG;
import static io.jointly.acceptance.suite.Api.OKR;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.acceptance.suite.Answer;
import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is wrong with a request, its answer says so, and nothing is half written. */
@ExtendWith(Running.class)
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT {
    private static final String STREAM = World.fresh("bad-input");
    private static final String EVENTS = CATALOG + "/value-streams/" + STREAM + "/events";
    private static final String GOOD =
            """
            {"workItem":"W%d","occurredAt":"2026-03-02T08:00:00Z","activity":"opened","team":"Desk"}
            """;

    private final RunningSuite suite;
    private final Api api;

    BadInputIT(RunningSuite suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @BeforeAll
    void prepare() {
        World.of(api).stream(STREAM, "Bad input");
    }

    @AfterEach
    void theServicesStayUp() {
        api.as("head-it").get(CATALOG + "/departments?limit=1").expect(200);
        api.as("head-it").get(OKR + "/cycles?limit=1").expect(200);
    }

    @Test
    void aWrongTypeIsNamedWithItsField() {
        var answer =
                api.as("head-it")
                        .post(OKR + "/objectives", objective(Map.of("owners", "hr")))
                        .refused(400, "invalid-request");

        assertThat(answer.body().path("errors").toString()).contains("/owners");
    }

    @Test
    void anUnknownValueIsNamedWithItsField() {
        var answer =
                api.as("head-it")
                        .post(OKR + "/objectives", objective(Map.of("kind", "perhaps")))
                        .refused(400, "invalid-request");

        assertThat(answer.body().path("errors").toString()).contains("/kind");
    }

    @Test
    void anUnknownFieldIsNamed() {
        var answer =
                api.as("head-it")
                        .post(OKR + "/objectives", objective(Map.of("colour", "blue")))
                        .refused(400, "invalid-request");

        assertThat(answer.text()).contains("colour");
    }

    @Test
    void anUnknownParameterIsNamed() {
        var answer =
                api.as("head-it")
                        .get(CATALOG + "/departments?colour=blue")
                        .refused(400, "invalid-request");

        assertThat(answer.body().path("errors").toString()).contains("colour");
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        api.as("head-it").post(OKR + "/objectives", "{\"cycle\":").refused(400, "invalid-request");
        api.as("head-it")
                .post(OKR + "/objectives", "[".repeat(10_000))
                .refused(400, "invalid-request");
        assertThat(
                        api.as("head-it")
                                .header("Content-Type", "text/plain")
                                .post(OKR + "/objectives", "hello")
                                .expect(415)
                                .problem())
                .isNotEmpty();
    }

    @Test
    void aBodyOfThreeMegabytesIsRefused() {
        assertThat(
                        api.as("head-it")
                                .post(OKR + "/objectives", " ".repeat(3_000_000) + "{}")
                                .expect(413)
                                .problem())
                .isNotEmpty();
    }

    @Test
    void linesThatAreNoEventsAreCountedAndShownAndTheOthersTaken() {
        var lines =
                GOOD.formatted(1)
                        + "{\"workItem\":\"W2\",\"occurredAt\":\"yesterday\",\"activity\":\"opened\"}\n"
                        + "not json\n"
                        + GOOD.formatted(3);

        var result = importEvents("application/x-ndjson", lines).expect(200).body();

        assertThat(result.path("accepted").asInt()).isEqualTo(2);
        assertThat(result.path("rejected").asInt()).isEqualTo(2);
        assertThat(result.at("/rejections/0/line").asInt()).isEqualTo(2);
        assertThat(result.at("/rejections/0/field").asText()).isEqualTo("occurredAt");
        assertThat(result.at("/rejections/1/line").asInt()).isEqualTo(3);
    }

    @Test
    void onlyTheFirstHundredRejectionsAreShown() {
        var result =
                importEvents("application/x-ndjson", "nothing\n".repeat(250)).expect(200).body();

        assertThat(result.path("rejected").asInt()).isEqualTo(250);
        assertThat(result.path("rejections").size()).isEqualTo(100);
    }

    @Test
    void aLineOfTenMegabytesIsLeftOut() {
        var lines = "{\"workItem\":\"" + "x".repeat(10_000_000) + "\"}\n" + GOOD.formatted(10);

        var result = importEvents("application/x-ndjson", lines).expect(200).body();

        assertThat(result.path("rejected").asInt()).isEqualTo(1);
        assertThat(result.path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void aCsvWithoutAMappingIsRefused() {
        var answer =
                importEvents("text/csv", "number,at\nA,2026-03-02T08:00:00Z\n")
                        .refused(400, "mapping-does-not-fit");

        assertThat(answer.body().path("errors").toString()).contains("mapping");
    }

    @Test
    void aBrokenGzipIsRefusedAndNothingOfItKept() throws IOException {
        var before = events();
        var whole = gzipped(GOOD.formatted(20) + GOOD.formatted(21));

        for (var broken :
                List.of(
                        "no gzip at all".getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOf(whole, whole.length - 9))) {
            var answer =
                    api.as("integrator")
                            .header("Content-Type", "application/x-ndjson")
                            .header("Content-Encoding", "gzip")
                            .send("POST", EVENTS + "?source=t", BodyPublishers.ofByteArray(broken));
            answer.refused(400, "broken-gzip");
        }

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void nothingIsKeptOfABodyThatIsCutOff() throws IOException {
        var before = events();
        var address = URI.create(suite.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var head =
                    "POST %s?source=t HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n"
                            .formatted(EVENTS, address.getAuthority(), suite.token("integrator"));
            socket.getOutputStream()
                    .write((head + GOOD.formatted(30)).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        theServicesStayUp();
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void anUnknownStreamIsNotFound() {
        api.as("head-it")
                .get(CATALOG + "/value-streams/no-such-stream/flow")
                .refused(404, "not-found");
        api.as("integrator")
                .header("Content-Type", "application/x-ndjson")
                .post(CATALOG + "/value-streams/no-such-stream/events?source=t", GOOD.formatted(1))
                .refused(404, "not-found");
    }

    @Test
    void anotherDepartmentsRecordIsNotTheirs() {
        var path = CATALOG + "/departments/hr";
        var version = api.as("head-facilities").read(path).path("version").asLong();

        api.as("head-facilities")
                .ifMatch(version)
                .patch(path, Map.of("purpose", "Taken over."))
                .refused(403, "not-allowed");
        assertThat(api.as("head-hr").read(path).path("version").asLong()).isEqualTo(version);
    }

    @Test
    void aStaleOrMissingVersionIsRefused() {
        var path = CATALOG + "/departments/hr";

        api.as("head-hr")
                .ifMatch(999_999)
                .patch(path, Map.of("expertise", "Hiring"))
                .refused(412, "stale");
        api.as("head-hr")
                .patch(path, Map.of("expertise", "Hiring"))
                .refused(428, "precondition-required");
    }

    @Test
    void aKeyStandsForOneRequest() {
        var key = World.fresh("one-request");
        var first =
                api.as("head-it")
                        .key(key)
                        .post(OKR + "/objectives", objective(Map.of()))
                        .expect(201);
        var again =
                api.as("head-it")
                        .key(key)
                        .post(OKR + "/objectives", objective(Map.of()))
                        .expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        api.as("head-it")
                .key(key)
                .post(OKR + "/objectives", objective(Map.of("title", "Something else")))
                .refused(422, "idempotency-key-reused");
    }

    @Test
    void everyKindOfProblemHasItsPage() {
        var type =
                api.as("head-it")
                        .get(CATALOG + "/value-streams/no-such-stream")
                        .refused(404, "not-found")
                        .body()
                        .path("type")
                        .asText();

        assertThat(api.anonymous().get(type).expect(200).text()).contains("What to do");
    }

    private int events() {
        return api.as("head-it")
                .read(CATALOG + "/value-streams/" + STREAM + "/flow")
                .path("events")
                .asInt();
    }

    private Answer importEvents(String type, String lines) {
        return api.as("integrator").header("Content-Type", type).post(EVENTS + "?source=t", lines);
    }

    private static Map<String, Object> objective(Map<String, Object> changes) {
        var objective =
                new HashMap<String, Object>(
                        Map.of(
                                "cycle", World.CYCLE,
                                "title", "Nothing is half written",
                                "why", "So that everybody can rely on what they see.",
                                "kind", "committed",
                                "owners", List.of("it", "hr")));
        objective.putAll(changes);
        return objective;
    }

    private static byte[] gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
