package io.jointly.catalog.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ServiceResourceTest {
    private static final String SERVICES = "/api/catalog/v1/services";

    @Inject SessionFactory sessions;

    private String it;
    private String hr;
    private String sales;

    @BeforeEach
    void threeDepartments() {
        it = department();
        hr = department();
        sales = department();
    }

    @Test
    void addsAServiceThatDepartmentsOwnTogether() {
        var code = code();
        add(Tokens.head(hr), body(code, it, hr))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString(SERVICES + "/" + code));
        as(Tokens.nobody())
                .get(SERVICES + "/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("lifecycle", equalTo("live"))
                .body("owners.department", equalTo(List.of(it, hr).stream().sorted().toList()))
                .body("consumers", contains(sales))
                .body("accountable", nullValue());
    }

    @Test
    void onlyAHeadOfAnOwnerOrTheCatalogIntegratorAdds() {
        for (var token :
                List.of(
                        Tokens.nobody(),
                        Tokens.member(it),
                        Tokens.head(sales),
                        Tokens.admin(),
                        Tokens.sponsor(),
                        Tokens.integrator("flow:write"))) {
            problem(add(token, body(code(), it, hr)), 403, "not-allowed");
        }
        add(Tokens.integrator("catalog:write"), body(code(), it, hr)).statusCode(201);
    }

    @Test
    void onlyAHeadOfACurrentOwnerOrTheCatalogIntegratorChanges() {
        var code = added(it, hr);
        for (var token : List.of(Tokens.nobody(), Tokens.head(sales), Tokens.admin())) {
            problem(patch(token, code, "\"0\"", "{\"why\":\"x\"}"), 403, "not-allowed");
        }
        // Naming the own department as owner does not make one.
        problem(
                patch(Tokens.head(sales), code, "\"0\"", owners(it, hr, sales)),
                403,
                "not-allowed");
        patch(Tokens.head(hr), code, "\"0\"", "{\"why\":\"x\"}").statusCode(200);
        patch(Tokens.integrator("catalog:write"), code, "\"1\"", "{\"why\":\"y\"}").statusCode(200);
    }

    @Test
    void anOwnerLetsAnotherInAndLeaves() {
        var code = added(it, hr);
        patch(Tokens.head(hr), code, "\"0\"", owners(it, hr, sales)).statusCode(200);
        patch(Tokens.head(hr), code, "\"1\"", owners(it, sales))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("owners.department", equalTo(List.of(it, sales).stream().sorted().toList()));
        problem(patch(Tokens.head(hr), code, "\"2\"", "{\"why\":\"x\"}"), 403, "not-allowed");
        patch(Tokens.head(sales), code, "\"2\"", "{\"why\":\"x\"}").statusCode(200);
    }

    @Test
    void noOwnerTakesAnotherOutButTheCatalogIntegratorDoes() {
        var code = added(it, hr);
        for (var wish : List.of(owners(hr), owners(hr, sales))) {
            problem(patch(Tokens.head(hr), code, "\"0\"", wish), 403, "speaks-for-others")
                    .body("errors[0].pointer", equalTo("/owners"))
                    .body("detail", containsString(it));
        }
        as(Tokens.nobody())
                .get(SERVICES + "/" + code)
                .then()
                .header("ETag", "\"0\"")
                .body("owners.department", equalTo(List.of(it, hr).stream().sorted().toList()));
        patch(Tokens.head(hr, it), code, "\"0\"", owners(hr)).statusCode(200);
        patch(Tokens.integrator("catalog:write"), code, "\"1\"", owners(sales))
                .statusCode(200)
                .body("owners.department", contains(sales));
    }

    @Test
    void aGroupOfAnotherTreeMakesNoHead() {
        var code = added(it);
        problem(
                patch(
                        Tokens.inGroups("/projects/" + it + "/heads"),
                        code,
                        "\"0\"",
                        "{\"why\":\"x\"}"),
                403,
                "not-allowed");
    }

    @Test
    void keepsAtLeastOneOwner() {
        var code = added(it);
        for (var patch : List.of("{\"owners\":[]}", "{\"owners\":null}")) {
            problem(patch(Tokens.head(it), code, "\"0\"", patch), 400, "invalid-request")
                    .body("errors[0].pointer", equalTo("/owners"));
        }
        as(Tokens.nobody())
                .get(SERVICES + "/" + code)
                .then()
                .header("ETag", "\"0\"")
                .body("owners.department", contains(it));
    }

    @Test
    void aNewContributionAloneMovesTheVersion() {
        var code = added(it);
        patch(
                        Tokens.head(it),
                        code,
                        "\"0\"",
                        "{\"owners\":[{\"department\":\"%s\",\"contribution\":\"more\"}]}"
                                .formatted(it))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("owners.contribution", contains("more"));
        patch(Tokens.head(it), code, "\"1\"", "{\"consumers\":[]}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("consumers.size()", equalTo(0));
    }

    @Test
    void asksForThePreconditionAndRefusesAStaleOne() {
        var code = added(it);
        problem(
                patch(Tokens.head(it), code, null, "{\"why\":\"x\"}"),
                428,
                "precondition-required");
        patch(Tokens.head(it), code, "\"0\"", "{\"why\":\"x\"}").statusCode(200);
        problem(patch(Tokens.head(it), code, "\"0\"", "{\"why\":\"y\"}"), 412, "stale");
    }

    @Test
    void pointsAtEveryFieldThatIsWrong() {
        problem(
                        add(
                                Tokens.head(it),
                                """
                                {"code":"No Code","name":" ","what":"w","why":"w","lifecycle":"live",
                                 "owners":[{"department":"%s","contribution":"c"},{"department":"hr","contribution":""}],
                                 "consumers":["sales","Bad One"]}
                                """
                                        .formatted(it)),
                        400,
                        "invalid-request")
                .body("errors.pointer", hasItem("/code"))
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/owners/1/contribution"))
                .body("errors.pointer", hasItem("/consumers/1"));
    }

    @Test
    void refusesDepartmentsThatAreUnknownOrNamedTwice() {
        problem(add(Tokens.head(it), body(code(), it, "nobody-knows")), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("/owners"))
                .body("errors[0].detail", containsString("nobody-knows"));
        problem(add(Tokens.head(it), body(code(), it, it)), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("/owners/1/department"));
        var code = added(it);
        problem(
                        patch(
                                Tokens.head(it),
                                code,
                                "\"0\"",
                                "{\"consumers\":[\"%s\",\"%s\"]}".formatted(hr, hr)),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo("/consumers/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lifecycle\":\"LIVE\"}",
                "{\"lifecycle\":0}",
                "{\"lifecycle\":null}",
                "{\"code\":\"other\"}",
                "{\"version\":7}",
                "{\"owners\":{}}",
                "{\"owners\":[null]}",
                "{\"consumers\":[1]}",
                "[]"
            })
    void refusesAPatchThatIsNotWhatItShouldBe(String patch) {
        var code = added(it);
        problem(patch(Tokens.head(it), code, "\"0\"", patch), 400, "invalid-request");
    }

    @Test
    void refusesACodeThatIsTaken() {
        var code = added(it);
        problem(add(Tokens.head(it), body(code, it)), 409, "already-exists");
    }

    @Test
    void filtersByTextDepartmentAndLifecycle() {
        var live = added(it, hr);
        var designed = added(it);
        patch(Tokens.head(it), designed, "\"0\"", "{\"lifecycle\":\"designed\"}").statusCode(200);

        assertThat(found("department=" + hr)).containsExactly(live);
        assertThat(found("department=" + sales)).containsExactlyInAnyOrder(live, designed);
        assertThat(found("department=" + it + "&lifecycle=designed")).containsExactly(designed);
        assertThat(found("department=" + it + "&lifecycle=in:live,designed"))
                .containsExactlyInAnyOrder(live, designed);
        assertThat(found("department=" + it + "&lifecycle=retired")).isEmpty();
        assertThat(found("q=" + live.toUpperCase(java.util.Locale.ROOT))).containsExactly(live);
        assertThat(found("q=100%25_" + it)).isEmpty();
    }

    @Test
    void refusesAFilterThatMeansNothing() {
        for (var query : List.of("lifecycle=old", "lifecycle=in:", "department=nobody-knows")) {
            problem(
                            as(Tokens.nobody())
                                    .urlEncodingEnabled(false)
                                    .get(SERVICES + "?" + query)
                                    .then(),
                            400,
                            "invalid-request")
                    .body("errors[0].parameter", equalTo(query.substring(0, query.indexOf('='))));
        }
    }

    @Test
    void readsAPageWithAFewStatementsHoweverManyServicesItShows() {
        IntStream.range(0, 20).forEach(i -> added(it, hr));
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        assertThat(found("department=" + it)).hasSize(20);
        // The department, the page, its owners, its consumers.
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(4);
        statistics.setStatisticsEnabled(false);
    }

    @Test
    void tellsTheTrailAndTheFeed() {
        var code = added(it);
        patch(Tokens.head(it), code, "\"0\"", "{\"why\":\"because\"}").statusCode(200);
        as(Tokens.admin())
                .get("/api/catalog/v1/audit?subject=service:" + code)
                .then()
                .statusCode(200)
                .body("items.action", contains("service.changed", "service.created"))
                .body("items[0].before.why", equalTo("w"))
                .body("items[0].after.why", equalTo("because"));
    }

    @Test
    void writesListsAsCsv() {
        var code = added(it);
        as(Tokens.nobody())
                .accept("text/csv")
                .get(SERVICES + "?q=" + code)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("code,name,what"))
                .body(containsString(code + ",Service"));
    }

    private List<String> found(String query) {
        return as(Tokens.nobody())
                .urlEncodingEnabled(false)
                .get(SERVICES + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");
    }

    private String added(String... owners) {
        var code = code();
        add(Tokens.head(owners[0]), body(code, owners)).statusCode(201);
        return code;
    }

    private static ValidatableResponse add(String token, String body) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(SERVICES)
                .then();
    }

    private static ValidatableResponse patch(
            String token, String code, String ifMatch, String body) {
        var request = as(token).contentType("application/merge-patch+json").body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch(SERVICES + "/" + code).then();
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/" + code));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static String department() {
        var code = code();
        as(Tokens.admin())
                .contentType("application/json")
                .body(
                        "{\"code\":\"%s\",\"name\":\"Test\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                                .formatted(code))
                .post("/api/catalog/v1/departments")
                .then()
                .statusCode(201);
        return code;
    }

    private String body(String code, String... owners) {
        return "{\"code\":\"%s\",\"name\":\"Service\",\"what\":\"w\",\"why\":\"w\",\"lifecycle\":\"live\",%s,\"consumers\":[\"%s\"]}"
                .formatted(code, ownersField(owners), sales);
    }

    private static String owners(String... owners) {
        return "{" + ownersField(owners) + "}";
    }

    private static String ownersField(String... owners) {
        var items =
                List.of(owners).stream()
                        .map(o -> "{\"department\":\"%s\",\"contribution\":\"hands\"}".formatted(o))
                        .toList();
        return "\"owners\":[" + String.join(",", items) + "]";
    }

    private static String code() {
        return "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }
}
