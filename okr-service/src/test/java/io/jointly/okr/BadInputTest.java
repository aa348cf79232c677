package io.jointly.okr;

import static io.jointly.okr.testing.Okr.as;
import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.draft;
import static io.jointly.okr.testing.Okr.get;
import static io.jointly.okr.testing.Okr.patch;
import static io.jointly.okr.testing.Okr.post;
import static io.jointly.okr.testing.Okr.problem;
import static io.jointly.okr.testing.Okr.tag;
import static io.jointly.okr.testing.Okr.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.Client;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer names it, and nothing is written. */
@QuarkusTest
class BadInputTest extends OkrTest {
    record Wrong(String name, Object value, String pointer) {}

    static Stream<Wrong> wrongFields() {
        return Stream.of(
                new Wrong("title", 1, "/title"),
                new Wrong("title", " ", "/title"),
                new Wrong("title", "x".repeat(201), "/title"),
                new Wrong("title", "a\0b", "/title"),
                new Wrong("why", null, "/why"),
                new Wrong("kind", "heroic", "/kind"),
                new Wrong("kind", 0, "/kind"),
                new Wrong("owners", new String[] {}, "/owners"),
                new Wrong("owners", "hr", "/owners"),
                new Wrong("owners", new String[] {"HR!"}, "/owners/0"),
                new Wrong("links", new String[] {"nonsense"}, "/links/0"),
                new Wrong("links", new Object[] {7}, "/links/0"),
                new Wrong("links", new Object[] {null}, "/links/0"),
                new Wrong("colour", "red", "/colour"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void namesTheFieldThatIsWrong(Wrong wrong) throws JsonProcessingException {
        var one = department();
        var body = new HashMap<>(wish(one));
        body.put(wrong.name(), wrong.value());
        problem(
                        post(
                                Tokens.head(one),
                                "/objectives",
                                new ObjectMapper().writeValueAsString(body)),
                        400,
                        "invalid-request")
                .body("errors.pointer", hasItem(containsString(wrong.pointer())));
        get("/objectives?department=" + one).body("items", hasSize(0));
    }

    @Test
    void refusesAnOwnerNamedTwice() {
        var one = department();
        problem(post(Tokens.head(one), "/objectives", wish(one, one)), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("/owners"));
    }

    @Test
    void refusesACycleThatIsNone() {
        var one = department();
        var body = new HashMap<>(wish(one));
        body.put("cycle", "1999-q9");
        problem(post(Tokens.head(one), "/objectives", body), 422, "cycle-not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":null}",
                "{\"title\":\"\"}",
                "{\"title\":5}",
                "{\"state\":\"agreed\"}",
                "{\"owners\":[]}",
                "[]",
                "7",
                "null",
                "{\"title\":",
                ""
            })
    void refusesAPatchThatMakesNoObjective(String body) {
        var one = department();
        var path = "/objectives/" + draft(one);
        var tag = tag(path);
        problem(patch(Tokens.head(one), path, tag, body), 400, "invalid-request");
        assertThat(tag(path)).isEqualTo(tag);
    }

    @Test
    void refusesOtherMediaMethodsAndParameters() {
        var one = department();
        var path = "/objectives/" + draft(one);
        problem(
                as(Tokens.head(one)).contentType("text/plain").body("x").post("/objectives").then(),
                415,
                "http-415");
        problem(
                as(Tokens.head(one))
                        .contentType("application/json")
                        .header("If-Match", "*")
                        .body("{}")
                        .patch(path)
                        .then(),
                415,
                "http-415");
        problem(as(Tokens.head(one)).accept("image/png").get(path).then(), 406, "http-406");
        problem(as(Tokens.head(one)).delete(path).then(), 405, "http-405");
        problem(get("/objectives?colour=red"), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("colour"));
        problem(get("/objectives?limit=0"), 400, "invalid-request");
        problem(get("/objectives?limit=1e9"), 400, "invalid-request");
        problem(get("/objectives?joint=maybe"), 400, "invalid-request");
        problem(get("/objectives?cursor=x%21"), 400, "invalid-request");
        problem(
                as(Tokens.nobody()).urlEncodingEnabled(false).get("/objectives?q=a%00b").then(),
                400,
                "invalid-request");
        problem(get("/objectives?state=draft&state=agreed"), 400, "invalid-request");
        problem(get("/waiting?cursor=%21"), 400, "invalid-request");
        problem(
                as(Tokens.head(one))
                        .contentType("application/json")
                        .header("Idempotency-Key", "k".repeat(256))
                        .body(wish(one))
                        .post("/objectives")
                        .then(),
                400,
                "invalid-request");
    }

    @Test
    void refusesABodyWithoutEnd() {
        var answer = send("{\"why\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("/docs/problems/too-large");
    }

    @Test
    void refusesNestingWithoutBottom() {
        var answer = send("{\"links\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("/docs/problems/invalid-request");
    }

    /** Without REST Assured, which would write such a body to its log. */
    private static Client.Answer send(String body) {
        return new Client(Tokens.head(department())).post("/objectives", body);
    }
}
