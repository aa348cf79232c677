package io.jointly.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.RawHttp;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no well-meaning client sends: each is refused by its own document, none makes us stumble.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OddInputTest {
    private static final String DEPARTMENTS = "/api/catalog/v1/departments";

    static Stream<String> bodies() {
        return Stream.of(
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                department("\"" + "[".repeat(10_000) + "\"").replace("\"n\"", "[".repeat(10_000)),
                department("1e999999999"),
                department("9".repeat(5_000)),
                department("\"\\ud800\""),
                department("\"\\udc00 and \\ud800\""),
                department("\"a\\u0000b\""),
                department("[\"n\"]"),
                department("{\"n\":1}"),
                department("true"),
                department("\"n\",\"name\":\"m\""),
                department("\"n\",\"a/b~c\":1"),
                department("\"n\"") + "x",
                department("\"n\"") + department("\"n\""),
                department("\"n\"").replace("}", ",}"),
                department("NaN"),
                department("'n'"),
                "\uFEFF",
                "// {}",
                "{\"code\":\"x\"",
                "\"text\"",
                "17",
                "true");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refusesTheBody(String body) {
        problem(post(body.getBytes(StandardCharsets.UTF_8)), 400, "invalid-request");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        var body = department("\"n\"").getBytes(StandardCharsets.UTF_8);
        body[body.length - 30] = (byte) 0xC3;
        body[body.length - 29] = (byte) 0x28;
        problem(post(body), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":null}",
                "{\"nothing-of-ours\":null}",
                "{\"name\":1e999999999}",
                "{\"name\":\"\\ud83d\"}",
                "{\"purpose\":\"\\u0000\"}",
                "{\"name\":null}",
                "{\"name\":{}}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "null",
                "[{\"op\":\"remove\",\"path\":\"/name\"}]"
            })
    void refusesThePatch(String patch) {
        var code = add("{\"code\":\"%s\",\"name\":\"n\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}");
        problem(
                given().auth()
                        .oauth2(Tokens.admin())
                        .header("If-Match", "\"0\"")
                        .contentType("application/merge-patch+json")
                        .body(patch)
                        .patch(DEPARTMENTS + "/" + code)
                        .then(),
                400,
                "invalid-request");
    }

    @Test
    void pointsAtNamesAsJsonPointersWriteThem() {
        problem(
                        post(department("\"n\",\"a/b~c\":1").getBytes(StandardCharsets.UTF_8)),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/a~1b~0c"));
    }

    @Test
    void takesEveryCharacterThatIsText() {
        var name = "Zoë \\uD83D\\uDE80 \\\"quoted\\\" <b>&amp;</b> \\u202E =1+1";
        var code =
                add(
                        "{\"code\":\"%s\",\"name\":\"NAME\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                                .replace("NAME", name));
        given().auth()
                .oauth2(Tokens.nobody())
                .get(DEPARTMENTS + "/" + code)
                .then()
                .body("name", equalTo("Zoë \uD83D\uDE80 \"quoted\" <b>&amp;</b> \u202E =1+1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?cursor=AA",
                "?cursor=gA",
                "?cursor=%FF",
                "?cursor=AAAA%00",
                "?limit=1e9",
                "?limit=1000000000",
                "?limit=-1",
                "?limit=",
                "?q=",
                "?limit=1&limit=2",
                "?count=yes",
                "?count",
                "?q=%00",
                "?%00=1",
                "?LIMIT=1",
                "?fields=code",
                "?;=1"
            })
    void refusesTheQuery(String query) {
        var answer = raw("GET", DEPARTMENTS + query, "");
        assertThat(RawHttp.status(answer)).as(answer).isEqualTo(400);
        assertThat(answer).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=%zz",
                "?q=%",
                "?q=%2",
                "?q=%FF%FE",
                "?q=a|b",
                "?q=\"",
                "?q={x}",
                "?q=a+b%26c",
                "?q=<>",
                "?q=\\",
                "?q=^`",
                "?q='%3B--",
                "?q=%25%5F%5C",
                "?q=[]",
                "?",
                "?#x",
                "?q=%E0%80%AF"
            })
    void stumblesOverNoQuery(String query) {
        var answer = raw("GET", DEPARTMENTS + query, "");
        assertThat(RawHttp.status(answer)).as(answer).isIn(200, 400);
    }

    @Test
    void leadsFromPageToPageWhateverIsSearchedFor() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        for (var i = 0; i < 3; i++) {
            add(
                    "{\"code\":\"%s\",\"name\":\"50% {a}+b&c=d/e?f#g MARK\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                            .replace("MARK", mark)
                            .replace("%s", "@")
                            .replace("%", "%%")
                            .replace("@", "%s"));
        }
        var seen = 0;
        var next = DEPARTMENTS + "?limit=1&q=50%25%20%7Ba%7D%2Bb%26c%3Dd%2Fe%3Ff%23g+" + mark;
        while (next != null) {
            var page =
                    given().auth()
                            .oauth2(Tokens.nobody())
                            .urlEncodingEnabled(false)
                            .get(next)
                            .then()
                            .statusCode(200)
                            .extract();
            assertThat(page.<List<?>>path("items")).as(next).hasSize(1);
            next = page.path("next");
            seen++;
        }
        assertThat(seen).isEqualTo(3);
    }

    @Test
    void refusesALargeBodyThatDoesNotSayHowLargeItIs() throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://localhost:"
                                                                + RestAssured.port
                                                                + DEPARTMENTS))
                                        .header("Authorization", "Bearer " + Tokens.admin())
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofByteArrays(
                                                        java.util.Collections.nCopies(
                                                                3_000, new byte[1_000])))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(400, 413);
        assertThat(answer.body()).contains("/docs/problems/");
    }

    @Test
    void refusesABodyThatIsCutOff() {
        var answer =
                new RawHttp(RestAssured.port)
                        .send(
                                head("POST", DEPARTMENTS)
                                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                                "5\r\n{\"cod\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(RawHttp.status(answer)).isEqualTo(400);
        assertThat(answer).contains("invalid-request");
    }

    @Test
    void knowsARequestAgainWhicheverNameItComesBy() {
        var key = UUID.randomUUID().toString();
        var body = department("\"n\"").replace("\"x\"", "\"x" + key.substring(0, 8) + "\"");
        for (var host : List.of("localhost", "jointly.example")) {
            var answer =
                    new RawHttp(RestAssured.port)
                            .send(
                                    "POST "
                                            + DEPARTMENTS
                                            + " HTTP/1.1\r\nHost: "
                                            + host
                                            + "\r\nAuthorization: Bearer "
                                            + Tokens.admin()
                                            + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
                                            + key
                                            + "\r\nContent-Length: "
                                            + body.length()
                                            + "\r\n",
                                    body.getBytes(StandardCharsets.UTF_8));
            assertThat(RawHttp.status(answer)).as(answer).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/html",
                "application/json",
                "*/*",
                "image/png, text/csv;q=0.1"
            })
    void refusesInTheSameFormWhateverIsAskedFor(String accept) {
        problem(
                given().auth()
                        .oauth2(Tokens.nobody())
                        .accept(accept)
                        .get(DEPARTMENTS + "?limit=x")
                        .then(),
                accept.equals("text/html") ? 406 : 400,
                accept.equals("text/html") ? "http-406" : "invalid-request");
    }

    @Test
    void namesTheMethodsThatAnAddressTakes() {
        for (var address : List.of("", "/x")) {
            given().auth()
                    .oauth2(Tokens.nobody())
                    .delete(DEPARTMENTS + address)
                    .then()
                    .statusCode(405)
                    .header(
                            "Allow",
                            equalTo(
                                    address.isEmpty()
                                            ? "GET, HEAD, OPTIONS, POST"
                                            : "GET, HEAD, OPTIONS, PATCH"));
        }
    }

    @Test
    void keepsTheTraceThatItIsGivenAndBeginsOneOtherwise() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get(DEPARTMENTS)
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
        given().header("traceparent", "00-zz\r\n")
                .get(DEPARTMENTS)
                .then()
                .body("traceId.length()", equalTo(32));
    }

    private static String raw(String method, String target, String headers) {
        return new RawHttp(RestAssured.port)
                .send(head(method, target) + headers + "Content-Length: 0\r\n", new byte[0]);
    }

    private static String head(String method, String target) {
        return method
                + " "
                + target
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.admin()
                + "\r\n";
    }

    private static ValidatableResponse post(byte[] body) {
        return given().auth()
                .oauth2(Tokens.admin())
                .contentType("application/json")
                .body(body)
                .post(DEPARTMENTS)
                .then();
    }

    private static String add(String body) {
        var code = "x" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        post(body.formatted(code).getBytes(StandardCharsets.UTF_8)).statusCode(201);
        return code;
    }

    /** A department whose name is the given JSON. */
    private static String department(String name) {
        return "{\"code\":\"x\",\"purpose\":\"p\",\"timeZone\":\"UTC\",\"name\":" + name + "}";
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/" + code));
    }
}
