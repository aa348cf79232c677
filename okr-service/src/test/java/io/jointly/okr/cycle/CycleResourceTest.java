package io.jointly.okr.cycle;

import static io.jointly.okr.testing.Okr.as;
import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.get;
import static io.jointly.okr.testing.Okr.post;
import static io.jointly.okr.testing.Okr.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CycleResourceTest extends OkrTest {
    @Test
    void administratorsAddCyclesForEverybody() {
        var code = department();
        post(Tokens.admin(), "/cycles", cycle(code, "2027-01-01", "2027-03-31"))
                .statusCode(201)
                .header("Location", endsWith("/api/okr/v1/cycles/" + code));
        get("/cycles/" + code)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("start", equalTo("2027-01-01"));
        get("/cycles?on=2027-03-31").body("items.code", hasItem(code));
        get("/cycles?on=2027-04-01").body("items.code", not(hasItem(code)));
        as(Tokens.nobody())
                .accept("text/csv")
                .get("/cycles")
                .then()
                .body(startsWith("code,name,start,end"))
                .body(containsString(code));
        problem(
                post(Tokens.admin(), "/cycles", cycle(code, "2027-01-01", "2027-03-31")),
                409,
                "already-exists");
    }

    @Test
    void nobodyElseDoes() {
        var wish = cycle(department(), "2027-01-01", "2027-03-31");
        problem(post(Tokens.head("hr"), "/cycles", wish), 403, "not-allowed");
        problem(post(Tokens.sponsor(), "/cycles", wish), 403, "not-allowed");
        problem(post(Tokens.integrator("catalog:write"), "/cycles", wish), 403, "not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-31, 2027-01-01, /end",
        "2027-01-01, 2027-01-01, /end",
        "2027-02-30, 2027-12-31, /start",
        "soon, 2027-12-31, /start"
    })
    void refusesDatesThatMakeNoCycle(String start, String end, String pointer) {
        problem(
                        post(Tokens.admin(), "/cycles", cycle(department(), start, end)),
                        400,
                        "invalid-request")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void refusesADayThatIsNone() {
        problem(get("/cycles?on=yesterday"), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("on"));
        problem(get("/cycles/none"), 404, "not-found");
    }

    private static Map<String, Object> cycle(String code, String start, String end) {
        return Map.of("code", code, "name", "Some time", "start", start, "end", end);
    }
}
