package io.jointly.governance.escalation;

import static io.jointly.governance.testing.Governance.act;
import static io.jointly.governance.testing.Governance.as;
import static io.jointly.governance.testing.Governance.concern;
import static io.jointly.governance.testing.Governance.department;
import static io.jointly.governance.testing.Governance.get;
import static io.jointly.governance.testing.Governance.post;
import static io.jointly.governance.testing.Governance.problem;
import static io.jointly.governance.testing.Governance.question;
import static io.jointly.governance.testing.Governance.raised;
import static io.jointly.governance.testing.Governance.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.jointly.governance.testing.GovernanceTest;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an escalation refuses, and to whom. */
@QuarkusTest
class EscalationRefusalsTest extends GovernanceTest {
    private final String it = department();
    private final String hr = department();

    @Test
    void nobodyActsForAnotherDepartment() {
        var other = department();
        problem(post(Tokens.head(hr), "/escalations", concern(it, hr)), 403, "not-allowed");
        problem(post(Tokens.member(it), "/escalations", concern(it, hr)), 403, "not-allowed");
        problem(post(Tokens.admin(), "/escalations", concern(it, hr)), 403, "not-allowed");
        problem(post(Tokens.sponsor(), "/escalations", concern(it, hr)), 403, "not-allowed");
        problem(
                post(Tokens.integrator("flow:write"), "/escalations", concern(it, hr)),
                403,
                "not-allowed");
        var path = "/escalations/" + raised(it, hr);
        var hrActs = Map.of("department", hr, "text", "One queue");
        problem(act(Tokens.head(it), path, "proposals", hrActs), 403, "not-allowed");
        problem(
                act(Tokens.head(it), path, "acknowledgements", Map.of("department", hr)),
                403,
                "not-allowed");
        problem(
                act(Tokens.head(it), path, "agreements", Map.of("department", hr)),
                403,
                "not-allowed");
        problem(act(Tokens.head(other), path, "decisions", question(other)), 403, "not-allowed");
        problem(
                act(Tokens.head(it), path, "resolution", Map.of("text", "We win")),
                403,
                "not-allowed");
        problem(
                act(Tokens.admin(), path, "hand-back", Map.of("text", "Settle it")),
                403,
                "not-allowed");
        problem(
                act(Tokens.head(other), path, "acknowledgements", Map.of("department", other)),
                422,
                "department-not-named");
        problem(
                act(Tokens.head(hr), path, "agreements", Map.of("department", hr)),
                409,
                "no-proposal");
        get(path).body("version", equalTo(0)).body("acknowledgements", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title|''|400|invalid-request|/title",
                "title|null|400|invalid-request|/title",
                "concern|null|400|invalid-request|/concern",
                "kind|\"sideways\"|400|invalid-request|/kind",
                "kind|0|400|invalid-request|/kind",
                "title|7|400|invalid-request|/title",
                "about|[\"nonsense\"]|400|invalid-request|/about/0",
                "about|\"value-stream:it\"|400|invalid-request|/about",
                "about|[\"value-stream:no-such\"]|422|link-not-found|/about/0",
                "about|[\"service:mail\",\"objective:no-1\"]|422|link-not-found|/about/1",
                "about|[\"unicorn:x\"]|422|link-kind-unknown|/about/0",
                "about|[\"decision:DEC-999999\"]|422|link-not-found|/about/0",
                "about|[\"service:a\",\"service:a\"]|400|invalid-request|/about/1",
                "departments|[]|422|peers-missing|/departments",
                "departments|[\"HR!\"]|400|invalid-request|/departments/0",
                "departments|[null]|400|invalid-request|/departments/0",
                "peersStep|\"P1Y\"|400|invalid-request|/peersStep",
                "peersStep|\"PT0S\"|400|invalid-request|/peersStep",
                "peersStep|\"PT9999H\"|400|invalid-request|/peersStep",
                "peersStep|5|400|invalid-request|/peersStep",
                "colour|\"red\"|400|invalid-request|/colour"
            })
    void namesTheFieldThatIsWrong(
            String field, String json, int status, String code, String pointer) {
        var body = new StringBuilder("{");
        concern(it, hr).entrySet().stream()
                .filter(e -> !e.getKey().equals(field))
                .forEach(
                        e ->
                                body.append('"')
                                        .append(e.getKey())
                                        .append("\":")
                                        .append(json(e.getValue()))
                                        .append(','));
        body.append('"').append(field).append("\":");
        body.append(json.isEmpty() ? "\"\"" : json).append('}');
        problem(post(Tokens.head(it), "/escalations", body.toString()), status, code)
                .body("errors[0].pointer", equalTo(pointer));
        assertThat(
                        as(Tokens.head(it))
                                .get("/escalations?department=" + it)
                                .then()
                                .extract()
                                .<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoRequestAtAll() {
        problem(post(Tokens.head(it), "/escalations", "{\"title\":"), 400, "invalid-request");
        problem(post(Tokens.head(it), "/escalations", "[]"), 400, "invalid-request");
        problem(post(Tokens.head(it), "/escalations", "null"), 400, "invalid-request");
        problem(
                as(Tokens.head(it)).contentType("text/plain").body("x").post("/escalations").then(),
                415,
                "http-415");
        problem(as(Tokens.head(it)).delete("/escalations").then(), 405, "http-405");
        problem(get("/escalations/ESC-999999"), 404, "not-found");
        problem(get("/escalations/0"), 404, "not-found");
        problem(get("/escalations?state=asleep"), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("state"));
        problem(get("/escalations?about=nonsense"), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("about"));
        problem(get("/escalations?colour=red"), 400, "invalid-request");
        problem(get("/escalations?cursor=%21"), 400, "invalid-request");
        problem(get("/escalations?cursor=eA"), 400, "invalid-request");
        problem(get("/escalations?limit=0"), 400, "invalid-request");
    }

    @Test
    void needsTheVersionThatTheCallerHasSeen() {
        var path = "/escalations/" + raised(it, hr);
        var seen = tag(path);
        problem(
                post(Tokens.head(hr), path + "/acknowledgements", Map.of("department", hr)),
                428,
                "precondition-required");
        act(Tokens.head(it), path, "proposals", seen, Map.of("department", it, "text", "One"))
                .statusCode(200);
        problem(
                act(Tokens.head(hr), path, "agreements", seen, Map.of("department", hr)),
                412,
                "stale");
        problem(act(Tokens.head(hr), path, "decisions", seen, question(hr, it)), 412, "stale");
        as(Tokens.nobody()).header("If-None-Match", tag(path)).get(path).then().statusCode(304);
    }

    private static String json(Object value) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
