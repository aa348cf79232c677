package io.jointly.catalog;

import static io.restassured.RestAssured.given;

import io.jointly.kit.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hamcrest.Matchers;

/** Departments and streams to draw maps of, and the calls that tests make most. */
public final class MapStreams {
    public static final String CATALOG = "/api/catalog/v1";
    public static final String STREAMS = CATALOG + "/value-streams/";

    private MapStreams() {}

    public static String code() {
        return "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    public static String department() {
        var code = code();
        as(Tokens.admin())
                .contentType("application/json")
                .body(
                        "{\"code\":\"%s\",\"name\":\"%s\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                                .formatted(code, code))
                .post(CATALOG + "/departments")
                .then()
                .statusCode(201);
        return code;
    }

    /** A stream of two owners with the stages collect (of the first) and grant (of the third). */
    public static String stream(String owner, String other, String third) {
        var code = code();
        add(Tokens.head(owner), body(code, owner, other, third)).statusCode(201);
        return code;
    }

    public static String body(String code, String owner, String other, String third) {
        return """
        {"code":"%s","name":"Onboarding","purpose":"p","outcome":"o","owners":["%s","%s"],
         "stages":[%s,%s]}
        """
                .formatted(
                        code,
                        owner,
                        other,
                        stage("Collect", owner, "PT1H", "P1D", "0.9"),
                        stage("Grant", third, "PT2H", "P3D", "0.5"));
    }

    public static String stage(String name, String department, String pt, String lt, String ca) {
        return "{\"name\":\"%s\",\"department\":\"%s\",\"processTime\":\"%s\",\"leadTime\":\"%s\",\"completeAndAccurate\":%s}"
                .formatted(name, department, pt, lt, ca);
    }

    /** A stage of the future state; follows may be null. */
    public static String future(String follows, String stage) {
        return follows == null
                ? stage
                : stage.replaceFirst("\\{", "{\"follows\":\"" + follows + "\",");
    }

    public static ValidatableResponse add(String token, String body) {
        return as(token)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(CATALOG + "/value-streams")
                .then();
    }

    public static ValidatableResponse patch(String token, String code, Object tag, String body) {
        return tagged(token, tag)
                .contentType("application/merge-patch+json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .patch(STREAMS + code)
                .then();
    }

    public static ValidatableResponse get(String path) {
        return as(Tokens.nobody()).get(CATALOG + path).then();
    }

    /** A POST with If-Match, to a path under the catalog. */
    public static ValidatableResponse act(String token, String path, Object tag, String body) {
        return tagged(token, tag)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(CATALOG + path)
                .then();
    }

    /** If-Match is left out for a tag of null. */
    public static RequestSpecification tagged(String token, Object tag) {
        return tag == null
                ? as(token)
                : as(token).header("If-Match", tag.equals("*") ? "*" : "\"" + tag + "\"");
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", Matchers.equalTo("/docs/problems/" + code));
    }

    /** A refusal of the body that points at a field. */
    public static ValidatableResponse wrongAt(ValidatableResponse answer, String pointer) {
        return problem(answer, 400, "invalid-request")
                .body("errors.pointer", Matchers.hasItem(pointer));
    }
}
