package io.jointly.catalog.signal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RefusedSignalsTest {
    private static final String SIGNALS = "/api/catalog/v1/signals";

    @Test
    void refusesWhatThereIsNot() {
        for (var wrong :
                List.of(
                        "about=decision:DEC-1",
                        "risk=bad",
                        "cursor=bad",
                        "cursor=MSAyIDMK",
                        "limit=201")) {
            given().auth()
                    .oauth2(Tokens.nobody())
                    .get(SIGNALS + "?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo(wrong.substring(0, wrong.indexOf('='))));
        }
    }

    @Test
    void refusesAKindThatThereIsNot() {
        given().auth()
                .oauth2(Tokens.nobody())
                .get(SIGNALS + "?kind=bad-mood")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors[0].parameter", equalTo("kind"));
        given().get(SIGNALS).then().statusCode(401);
    }
}
