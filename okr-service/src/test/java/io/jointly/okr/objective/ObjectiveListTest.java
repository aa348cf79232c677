package io.jointly.okr.objective;

import static io.jointly.okr.testing.Okr.agreed;
import static io.jointly.okr.testing.Okr.as;
import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.draft;
import static io.jointly.okr.testing.Okr.get;
import static io.jointly.okr.testing.Okr.patch;
import static io.jointly.okr.testing.Okr.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** How objectives are found, and what is kept of them. */
@QuarkusTest
class ObjectiveListTest extends OkrTest {
    @Test
    void findsObjectivesByWhatTheyAre() {
        var one = department();
        var other = department();
        var solo = draft(one);
        var joint = agreed(one, other);
        get("/objectives?department=" + one).body("items.ref", contains(joint, solo));
        get("/objectives?department=" + one + "&joint=true").body("items.ref", contains(joint));
        get("/objectives?department=" + one + "&state=agreed").body("items.ref", contains(joint));
        get("/objectives?department=" + one + "&state=in:draft,closed&count=true")
                .body("items.ref", contains(solo))
                .body("total", equalTo(1));
        get("/objectives?cycle=" + "nowhere").body("items", hasSize(0));
        get("/objectives?q=FIRST HOUR&department=" + other).body("items.ref", contains(joint));
        get("/objectives?q=100%25&department=" + other).body("items", hasSize(0));
        problem(get("/objectives?state=lost"), 400, "invalid-request")
                .body("errors[0].parameter", equalTo("state"));
    }

    @Test
    void pagesWithoutGapsAndWritesCsv() {
        var one = department();
        var drafted = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            drafted.add(0, draft(one, department()));
        }
        var seen = new ArrayList<String>();
        var next = "/api/okr/v1/objectives?limit=2&department=" + one;
        while (next != null) {
            var page =
                    as(Tokens.nobody())
                            .basePath("")
                            .urlEncodingEnabled(false)
                            .get(next)
                            .then()
                            .statusCode(200)
                            .extract();
            seen.addAll(page.path("items.ref"));
            next = page.path("next");
        }
        assertThat(seen).isEqualTo(drafted);
        as(Tokens.nobody())
                .accept("text/csv")
                .get("/objectives?department=" + one)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("ref,cycle,title"))
                .body(containsString(drafted.get(0)));
    }

    @Test
    void tellsItsStoryOnTheChangeFeedAndInTheTrail() {
        var one = department();
        var objective = agreed(one);
        as(Tokens.admin())
                .get("/audit?subject=objective:" + objective)
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        contains("objective.agreed", "objective.accepted", "objective.drafted"))
                .body("items.actor", everyItem(equalTo("head-" + one)))
                .body("items[1].before.state", equalTo("draft"))
                .body("items[1].after.state", equalTo("agreed"));
        as(Tokens.admin()).get("/audit/verification").then().body("intact", equalTo(true));
        problem(as(Tokens.head(one)).get("/audit").then(), 403, "not-allowed");
        String last = null;
        var types = new ArrayList<String>();
        while (true) {
            var page =
                    as(Tokens.service("governance"))
                            .get("/changes?limit=200" + (last == null ? "" : "&after=" + last))
                            .then()
                            .statusCode(200)
                            .extract();
            types.addAll(page.path("items.findAll { it.data.ref == '" + objective + "' }.type"));
            if (page.path("items.size()").equals(0)) {
                break;
            }
            last = page.path("next");
        }
        assertThat(types)
                .containsExactly(
                        "io.jointly.okr.objective.drafted",
                        "io.jointly.okr.objective.accepted",
                        "io.jointly.okr.objective.agreed");
    }

    @Test
    void knowsNoSuchObjective() {
        problem(get("/objectives/OBJ-999999"), 404, "not-found");
        problem(get("/objectives/none"), 404, "not-found");
        problem(patch(Tokens.head("hr"), "/objectives/OBJ-999999", "*", "{}"), 404, "not-found");
        get("/objectives").body("items.ref", not(hasItem(endsWith("-999999"))));
    }
}
