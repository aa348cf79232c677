package io.jointly.governance.escalation;

import static io.jointly.governance.testing.Governance.act;
import static io.jointly.governance.testing.Governance.as;
import static io.jointly.governance.testing.Governance.concern;
import static io.jointly.governance.testing.Governance.department;
import static io.jointly.governance.testing.Governance.get;
import static io.jointly.governance.testing.Governance.post;
import static io.jointly.governance.testing.Governance.problem;
import static io.jointly.governance.testing.Governance.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.governance.testing.GovernanceTest;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How escalations are found, and in which order they come. */
@QuarkusTest
class EscalationListTest extends GovernanceTest {
    private final String it = department();
    private final String hr = department();

    @Test
    void isListedByFiltersAndPages() {
        var stream = "value-stream:" + department();
        var refs =
                List.of(1, 2, 3).stream()
                        .map(
                                n ->
                                        post(
                                                        Tokens.head(it),
                                                        "/escalations",
                                                        with(
                                                                concern(it, hr),
                                                                "about",
                                                                List.of(stream)))
                                                .extract()
                                                .<String>path("ref"))
                        .toList();
        get("/escalations?about=" + stream)
                .statusCode(200)
                .body("items.ref", contains(refs.get(2), refs.get(1), refs.get(0)))
                .body("next", nullValue());
        var next =
                get("/escalations?limit=2&count=true&about=" + stream)
                        .body("items.ref", contains(refs.get(2), refs.get(1)))
                        .body("total", equalTo(3))
                        .header("Link", endsWith("rel=\"next\""))
                        .extract()
                        .<String>path("next");
        assertThat(next).startsWith("/api/governance/v1/escalations?");
        io.restassured.RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .preemptive()
                .oauth2(Tokens.nobody())
                .get(next)
                .then()
                .body("items.ref", contains(refs.get(0)));
        get("/escalations?state=in:climbed,resolved&about=" + stream).body("items", hasSize(0));
        get("/escalations?state=peers&department=" + hr).body("items", hasSize(3));
        var csv =
                as(Tokens.nobody())
                        .accept("text/csv")
                        .get("/escalations?about=" + stream)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/csv"))
                        .extract()
                        .asString();
        assertThat(csv).startsWith("ref,title");
        assertThat(csv.lines().count()).isEqualTo(4);
    }

    @Test
    void comeByTheirClockWithTheResolvedOnesLast() {
        now.turnTo(Instant.parse("2026-11-19T09:00:00Z"));
        var first = raisedFor("PT4H");
        var solvedEarly = raisedFor("PT1H");
        var last = raisedFor("PT9H");
        var middle = raisedFor("PT6H");
        var solvedLate = raisedFor("PT2H");
        var byClock = List.of(first, middle, last, solvedLate, solvedEarly);
        solve(solvedEarly);
        now.turnTo(Instant.parse("2026-11-19T10:00:00Z"));
        solve(solvedLate);
        get("/escalations?sort=dueAt&department=" + it)
                .statusCode(200)
                .body("items.ref", equalTo(byClock));
        for (var limit : List.of(1, 2, 3, 4)) {
            assertThat(walk("sort=dueAt&limit=" + limit + "&department=" + it)).isEqualTo(byClock);
        }
        get("/escalations?sort=dueAt&state=in:peers,climbed&department=" + it)
                .body("items.ref", equalTo(List.of(first, middle, last)));
        get("/escalations?sort=-createdAt&department=" + it)
                .body("items.ref", equalTo(List.of(solvedLate, middle, last, solvedEarly, first)));
    }

    @Test
    void refuseAnOrderOrAPlaceThatIsNone() {
        problem(get("/escalations?sort=title"), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("sort"));
        for (var key : List.of("7", "open x 1", "open 2026-11-19T09:00:00Z x", "shut 1 1", "")) {
            var cursor =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(key.getBytes(StandardCharsets.UTF_8));
            problem(get("/escalations?sort=dueAt&cursor=" + cursor), 400, "invalid-request")
                    .body("errors[0].parameter", equalTo("cursor"));
        }
    }

    private String raisedFor(String workingTime) {
        return post(
                        Tokens.head(it),
                        "/escalations",
                        with(concern(it, hr), "peersStep", workingTime))
                .statusCode(201)
                .extract()
                .path("ref");
    }

    private void solve(String ref) {
        var path = "/escalations/" + ref;
        act(Tokens.head(it), path, "proposals", Map.of("department", it, "text", "One queue"))
                .statusCode(200);
        act(Tokens.head(hr), path, "agreements", Map.of("department", hr)).statusCode(200);
    }

    private static List<String> walk(String query) {
        var seen = new ArrayList<String>();
        var next = "/api/governance/v1/escalations?" + query;
        while (next != null) {
            var page =
                    io.restassured.RestAssured.given()
                            .urlEncodingEnabled(false)
                            .auth()
                            .preemptive()
                            .oauth2(Tokens.nobody())
                            .get(next)
                            .then()
                            .statusCode(200)
                            .extract();
            seen.addAll(page.path("items.ref"));
            next = page.path("next");
        }
        return seen;
    }
}
