package io.jointly.catalog.department;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DepartmentResourceTest {
    private static final String DEPARTMENTS = "/api/catalog/v1/departments";

    @Test
    void addsADepartmentThatEverybodySignedInCanRead() {
        var code = add();
        as(Tokens.nobody())
                .get(DEPARTMENTS + "/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("code", equalTo(code))
                .body("version", equalTo(0));
    }

    @Test
    void answersNothingNewToWhoKnowsTheVersion() {
        var code = add();
        as(Tokens.nobody())
                .header("If-None-Match", "\"0\"")
                .get(DEPARTMENTS + "/" + code)
                .then()
                .statusCode(304);
    }

    @Test
    void givesTheFirstAnswerAgainToTheSameKey() {
        var code = code();
        var key = UUID.randomUUID().toString();
        var first = add(code, key).statusCode(201).extract().asString();
        var second =
                add(code, key)
                        .statusCode(201)
                        .header("Idempotency-Replayed", "true")
                        .header("ETag", "\"0\"")
                        .header("Location", containsString(code))
                        .extract()
                        .asString();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        var key = UUID.randomUUID().toString();
        add(code(), key).statusCode(201);
        problem(add(code(), key), 422, "idempotency-key-reused");
    }

    @Test
    void refusesACodeThatIsTaken() {
        var code = add();
        problem(add(code, UUID.randomUUID().toString()), 409, "already-exists");
    }

    @Test
    void aHeadDescribesTheOwnDepartmentOnly() {
        var code = add();
        patch(Tokens.head(code), code, "\"0\"", "{\"expertise\":\"Fair hiring\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("expertise", equalTo("Fair hiring"));
        problem(
                patch(Tokens.head("other"), code, "\"1\"", "{\"expertise\":\"x\"}"),
                403,
                "not-allowed");
        problem(patch(Tokens.head(code), code, "\"1\"", "{\"name\":\"x\"}"), 403, "not-allowed");
    }

    @Test
    void asksForThePreconditionAndRefusesAStaleOne() {
        var code = add();
        problem(
                patch(Tokens.admin(), code, null, "{\"name\":\"x\"}"),
                428,
                "precondition-required");
        patch(Tokens.admin(), code, "\"0\"", "{\"name\":\"x\"}").statusCode(200);
        problem(patch(Tokens.admin(), code, "\"0\"", "{\"name\":\"y\"}"), 412, "stale");
    }

    @Test
    void pointsAtTheFieldThatIsWrong() {
        problem(
                        post(
                                "{\"code\":\"Not A Code\",\"name\":\" \",\"purpose\":\"p\",\"timeZone\":\"Mars/Base\"}"),
                        400,
                        "invalid-request")
                .body("errors.pointer", hasItem("/code"))
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/timeZone"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":1,\"name\":\"n\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}",
                "{\"code\":\"x\",\"nmae\":\"n\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}",
                "{\"code\":\"x\",\"name\":\"n\\u0000\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}",
                "{\"code\":\"x\",\"code\":\"y\",\"name\":\"n\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}",
                "{\"code\":",
                "[]",
                "null",
                "",
                "{} {}"
            })
    void refusesABodyThatIsNotWhatItShouldBe(String body) {
        problem(post(body), 400, "invalid-request");
    }

    @Test
    void refusesAParameterThatIsNotDocumented() {
        problem(as(Tokens.nobody()).get(DEPARTMENTS + "?colour=red").then(), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("colour"));
        problem(as(Tokens.nobody()).get(DEPARTMENTS + "?limit=0").then(), 400, "invalid-request");
        problem(
                as(Tokens.nobody()).get(DEPARTMENTS + "?cursor=%21").then(),
                400,
                "invalid-request");
    }

    @Test
    void listsInPagesThatFollowEachOther() {
        var first = add();
        var second = add();
        String next =
                as(Tokens.nobody())
                        .get(DEPARTMENTS + "?limit=1&count=true")
                        .then()
                        .statusCode(200)
                        .header("Link", containsString("rel=\"next\""))
                        .body("items.size()", equalTo(1))
                        .body("total", notNullValue())
                        .extract()
                        .path("next");
        var seen = new java.util.ArrayList<String>();
        while (next != null) {
            var page =
                    as(Tokens.nobody())
                            .urlEncodingEnabled(false)
                            .get(next)
                            .then()
                            .statusCode(200)
                            .extract();
            seen.addAll(page.path("items.code"));
            next = page.path("next");
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates();
        assertThat(seen).containsAnyOf(first, second);
    }

    @Test
    void writesListsAsCsv() {
        var code = add();
        as(Tokens.nobody())
                .accept("text/csv")
                .get(DEPARTMENTS + "?q=" + code)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("code,name,purpose"))
                .body(containsString(code + ",Test"));
    }

    @Test
    void keepsEveryChangeInATrailThatVerifies() {
        var code = add();
        as(Tokens.admin())
                .get("/api/catalog/v1/audit?subject=department:" + code)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("department.created"))
                .body("items[0].actor", equalTo("admin"))
                .body("items[0].after.code", equalTo(code));
        as(Tokens.admin())
                .get("/api/catalog/v1/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
        problem(as(Tokens.head("hr")).get("/api/catalog/v1/audit").then(), 403, "not-allowed");
    }

    @Test
    void tellsEverybodySignedInWhatChanged() {
        var code = add();
        var after = 0;
        for (var found = false; !found; ) {
            var page =
                    as(Tokens.nobody())
                            .get("/api/catalog/v1/changes?limit=200&after=" + after)
                            .then()
                            .statusCode(200)
                            .extract();
            assertThat(page.<java.util.List<?>>path("items")).isNotEmpty();
            found =
                    page.<java.util.List<String>>path("items.subject")
                            .contains("department:" + code);
            after = Integer.parseInt(page.path("next"));
        }
    }

    @Test
    void turnsAwayEveryTokenThatIsNotGood() {
        for (var token :
                new String[] {
                    Tokens.expired(),
                    Tokens.foreignKey(),
                    Tokens.unsigned(),
                    Tokens.wrongAudience(),
                    Tokens.wrongIssuer(),
                    "garbage"
                }) {
            problem(as(token).get(DEPARTMENTS).then(), 401, "not-signed-in")
                    .header("WWW-Authenticate", startsWith("Bearer"));
        }
        problem(given().get(DEPARTMENTS).then(), 401, "not-signed-in");
    }

    @Test
    void letsOnlyTheRightRolesAdd() {
        for (var token :
                new String[] {
                    Tokens.nobody(),
                    Tokens.head("hr"),
                    Tokens.sponsor(),
                    Tokens.integrator("flow:write"),
                    Tokens.integrator()
                }) {
            problem(
                    as(token)
                            .contentType("application/json")
                            .body(body(code()))
                            .post(DEPARTMENTS)
                            .then(),
                    403,
                    "not-allowed");
        }
        as(Tokens.integrator("catalog:write"))
                .contentType("application/json")
                .body(body(code()))
                .post(DEPARTMENTS)
                .then()
                .statusCode(201);
    }

    @Test
    void namesWhatAnAddressTakes() {
        problem(as(Tokens.nobody()).delete(DEPARTMENTS).then(), 405, "http-405")
                .header("Allow", containsString("GET"));
        problem(as(Tokens.nobody()).get("/api/catalog/v1/nothing").then(), 404, "http-404");
        problem(
                as(Tokens.admin()).contentType("text/plain").body("x").post(DEPARTMENTS).then(),
                415,
                "http-415");
        problem(as(Tokens.nobody()).accept("image/png").get(DEPARTMENTS).then(), 406, "http-406");
        problem(as(Tokens.nobody()).get(DEPARTMENTS + "/nobody-knows").then(), 404, "not-found");
    }

    @Test
    void refusesBodiesBeyondTwoMegabytes() {
        problem(post("{\"code\":\"" + "x".repeat(3_000_000) + "\"}"), 413, "too-large");
    }

    private static String add() {
        var code = code();
        add(code, UUID.randomUUID().toString()).statusCode(201);
        return code;
    }

    private static ValidatableResponse add(String code, String key) {
        return as(Tokens.admin())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body(code))
                .post(DEPARTMENTS)
                .then();
    }

    private static ValidatableResponse post(String body) {
        return as(Tokens.admin())
                .contentType("application/json")
                .body(body)
                .post(DEPARTMENTS)
                .then();
    }

    private static ValidatableResponse patch(
            String token, String code, String ifMatch, String body) {
        var request = as(token).contentType("application/merge-patch+json").body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch(DEPARTMENTS + "/" + code).then();
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/" + code))
                .body("status", equalTo(status))
                .body("traceId.length()", equalTo(32));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static String code() {
        return "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }

    private static String body(String code) {
        return "{\"code\":\"%s\",\"name\":\"Test\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                .formatted(code);
    }
}
