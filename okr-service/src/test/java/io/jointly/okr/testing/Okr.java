package io.jointly.okr.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The API in the words of the tests. */
public final class Okr {
    public static final String BASE = "/api/okr/v1";
    public static final String CYCLE = "2026-q4";

    private Okr() {}

    /** A department that no other test knows. */
    public static String department() {
        return "d" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
    }

    public static RequestSpecification as(String token) {
        return given().basePath(BASE).auth().preemptive().oauth2(token);
    }

    public static void cycle() {
        as(Tokens.admin())
                .contentType("application/json")
                .body(
                        Map.of(
                                "code", CYCLE,
                                "name", "Fourth quarter",
                                "start", "2026-10-01",
                                "end", "2026-12-31"))
                .post("/cycles");
    }

    public static Map<String, Object> wish(String... owners) {
        return Map.of(
                "cycle", CYCLE,
                "title", "New colleagues can work from their first hour",
                "why", "A first day spent waiting tells people that we did not.",
                "kind", "committed",
                "owners", owners);
    }

    /** Drafted by a head of the first owner; gives its reference. */
    public static String draft(String... owners) {
        return post(Tokens.head(owners[0]), "/objectives", wish(owners))
                .statusCode(201)
                .extract()
                .path("ref");
    }

    public static ValidatableResponse post(String token, String path, Object body) {
        return as(token).contentType("application/json").body(body).post(path).then();
    }

    public static ValidatableResponse act(String token, String path, String tag, Object body) {
        var request = as(token).contentType("application/json").body(body);
        return (tag == null ? request : request.header("If-Match", tag)).post(path).then();
    }

    public static ValidatableResponse patch(String token, String path, String tag, Object body) {
        var request = as(token).contentType("application/merge-patch+json").body(body);
        return (tag == null ? request : request.header("If-Match", tag)).patch(path).then();
    }

    public static ValidatableResponse get(String path) {
        return as(Tokens.nobody()).get(path).then();
    }

    public static String tag(String path) {
        return get(path).statusCode(200).extract().header("ETag");
    }

    public static Map<String, Object> terms(String department, int risk, int reward) {
        return Map.of(
                "department",
                department,
                "commitment",
                "Every laptop stands ready the evening before.",
                "contribution",
                "Two people of the desk.",
                "whatIsInItForUs",
                "No more emergency orders.",
                "riskShare",
                risk,
                "rewardShare",
                reward);
    }

    public static ValidatableResponse accept(String objective, String department, int share) {
        var path = "/objectives/" + objective;
        return act(
                Tokens.head(department),
                path + "/acceptances",
                tag(path),
                terms(department, share, share));
    }

    /** Drafted and accepted by all of its owners, each with an equal share. */
    public static String agreed(String... owners) {
        var objective = draft(owners);
        for (var owner : owners) {
            accept(objective, owner, 100 / owners.length).statusCode(200);
        }
        return objective;
    }

    public static Map<String, Object> keyResult(double baseline, double target) {
        return Map.of(
                "title",
                "Ready laptops",
                "baseline",
                baseline,
                "target",
                target,
                "unit",
                "percent");
    }

    public static String addKeyResult(String objective, String department, Object wish) {
        return post(Tokens.head(department), "/objectives/" + objective + "/key-results", wish)
                .statusCode(201)
                .extract()
                .path("ref");
    }

    /** A key result of an objective that its only owner has accepted. */
    public static String agreedKeyResult(String owner, Object wish) {
        var objective = draft(owner);
        var added = addKeyResult(objective, owner, wish);
        accept(objective, owner, 100).statusCode(200);
        return added;
    }

    public static ValidatableResponse checkIn(String keyResult, String department, Object body) {
        var path = "/key-results/" + keyResult;
        return act(Tokens.head(department), path + "/check-ins", tag(path), body);
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

    public static String key() {
        return UUID.randomUUID().toString();
    }
}
