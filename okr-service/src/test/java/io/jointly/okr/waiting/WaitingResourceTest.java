package io.jointly.okr.waiting;

import static io.jointly.okr.testing.Okr.accept;
import static io.jointly.okr.testing.Okr.addKeyResult;
import static io.jointly.okr.testing.Okr.as;
import static io.jointly.okr.testing.Okr.checkIn;
import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.draft;
import static io.jointly.okr.testing.Okr.keyResult;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitingResourceTest extends OkrTest {
    @Inject AgroalDataSource database;

    @Test
    void anObjectiveWaitsForEveryOwnerWhoHasNotAccepted() {
        var one = department();
        var other = department();
        var objective = draft(one, other);
        for (var owner : new String[] {one, other}) {
            waiting(Tokens.head(owner))
                    .body("items", hasSize(1))
                    .body("items[0].kind", equalTo("accept-objective"))
                    .body("items[0].subject", equalTo("objective:" + objective))
                    .body("items[0].department", equalTo(owner))
                    .body("items[0].since", notNullValue())
                    .body("items[0].due", nullValue());
        }
        accept(objective, one, 50).statusCode(200);
        waiting(Tokens.head(one)).body("items", hasSize(0));
        waiting(Tokens.head(other)).body("items", hasSize(1));
        waiting(Tokens.member(other)).body("items", hasSize(0));
        waiting(Tokens.admin()).body("items", hasSize(0));
    }

    @Test
    void aKeyResultWaitsOnceNobodyCheckedInForTwoWeeks() throws SQLException {
        var one = department();
        var objective = draft(one);
        var added = addKeyResult(objective, one, keyResult(0, 9));
        accept(objective, one, 100).statusCode(200);
        waiting(Tokens.head(one)).body("items", hasSize(0));
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "UPDATE key_result SET created_at = now() - interval '15 days' WHERE id = ?")) {
            statement.setLong(1, Long.parseLong(added.substring("KR-".length())));
            statement.executeUpdate();
        }
        waiting(Tokens.head(one))
                .body("items.kind", contains("check-in"))
                .body("items[0].subject", equalTo("key-result:" + added))
                .body("items[0].due", notNullValue());
        checkIn(added, one, Map.of("value", 1, "confidence", 5)).statusCode(200);
        waiting(Tokens.head(one)).body("items", hasSize(0));
    }

    @Test
    void pagesTheLongestWaitingFirst() {
        var one = department();
        var drafted = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            drafted.add("objective:" + draft(one));
        }
        var seen = new ArrayList<String>();
        var next = "/api/okr/v1/waiting?limit=2&count=true";
        while (next != null) {
            var page =
                    as(Tokens.head(one))
                            .basePath("")
                            .urlEncodingEnabled(false)
                            .get(next)
                            .then()
                            .statusCode(200)
                            .body("total", equalTo(3))
                            .extract();
            seen.addAll(page.path("items.subject"));
            next = page.path("next");
        }
        assertThat(seen).isEqualTo(drafted);
    }

    private static ValidatableResponse waiting(String token) {
        return as(token).get("/waiting").then().statusCode(200);
    }
}
