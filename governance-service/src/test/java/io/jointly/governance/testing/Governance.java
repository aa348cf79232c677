package io.jointly.governance.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The API in the words of the tests. */
public final class Governance {
    public static final String BASE = "/api/governance/v1";

    private Governance() {}

    /** A department that no other test knows. */
    public static String department() {
        return "d" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
    }

    public static RequestSpecification as(String token) {
        return given().basePath(BASE).auth().preemptive().oauth2(token);
    }

    public static RequestSpecification asHead(String department) {
        return as(Tokens.head(department));
    }

    /** Some things changed: {@code with(map, "title", "x")}; null takes a field away. */
    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }

    public static Map<String, Object> concern(String... departments) {
        return Map.of(
                "title",
                "Joiner tickets bounce between two desks",
                "concern",
                "One in three goes back and forth more than twice.",
                "kind",
                "functional",
                "department",
                departments[0],
                "departments",
                List.of(departments),
                "about",
                List.of("value-stream:it-incidents"));
    }

    public static Map<String, Object> question(String... departments) {
        return Map.of(
                "question",
                "Who owns the joiner queue?",
                "whyNow",
                "A third of all joiners wait a week between the two desks.",
                "options",
                List.of(
                        Map.of("code", "A", "title", "One shared queue"),
                        Map.of("code", "B", "title", "HR alone owns it")),
                "departments",
                List.of(departments),
                "driver",
                Map.of("department", departments[0]),
                "method",
                "consent");
    }

    public static Map<String, Object> vote(
            String department, String position, String option, String reason) {
        var vote = new HashMap<String, Object>();
        vote.put("department", department);
        vote.put("position", position);
        vote.put("option", option);
        vote.put("reason", reason);
        return vote;
    }

    /** Raised by a head of the first department; its reference. */
    public static String raised(String... departments) {
        return post(Tokens.head(departments[0]), "/escalations", concern(departments))
                .statusCode(201)
                .extract()
                .path("ref");
    }

    /** Opened by a head of the first department; its reference. */
    public static String opened(Map<String, Object> question) {
        var driver = (Map<?, ?>) question.get("driver");
        return post(Tokens.head((String) driver.get("department")), "/decisions", question)
                .statusCode(201)
                .extract()
                .path("ref");
    }

    public static ValidatableResponse post(String token, String path, Object body) {
        return as(token).contentType("application/json").body(body).post(path).then();
    }

    /** Acts on a record as it is now. */
    public static ValidatableResponse act(String token, String record, String act, Object body) {
        return act(token, record, act, tag(record), body);
    }

    public static ValidatableResponse act(
            String token, String record, String act, String tag, Object body) {
        return as(token)
                .contentType("application/json")
                .header("If-Match", tag)
                .body(body)
                .post(record + "/" + act)
                .then();
    }

    public static ValidatableResponse voted(
            String decision, String department, String position, String option, String reason) {
        return act(
                Tokens.head(department),
                "/decisions/" + decision,
                "votes",
                vote(department, position, option, reason));
    }

    public static ValidatableResponse get(String path) {
        return as(Tokens.nobody()).get(path).then();
    }

    public static String tag(String path) {
        return get(path).statusCode(200).extract().header("ETag");
    }

    /** The actions that the audit trail has of a record, the first one first. */
    public static List<String> history(String subject) {
        List<String> actions =
                as(Tokens.admin())
                        .queryParam("subject", subject)
                        .queryParam("limit", 200)
                        .get("/audit")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.action");
        var inOrder = new java.util.ArrayList<>(actions);
        java.util.Collections.reverse(inOrder);
        return inOrder;
    }

    /** Whatever the refusal, it is a whole problem document, and says nothing of our insides. */
    public static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        var text = answer.extract().asString();
        assertThat(text).doesNotContain("Exception", "io.jointly", "at java");
        return answer.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/" + code))
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("traceId", notNullValue());
    }
}
