package io.jointly.catalog.confirmation;

import static io.jointly.catalog.MapStreams.CATALOG;
import static io.jointly.catalog.MapStreams.STREAMS;
import static io.jointly.catalog.MapStreams.act;
import static io.jointly.catalog.MapStreams.as;
import static io.jointly.catalog.MapStreams.get;
import static io.jointly.catalog.MapStreams.patch;
import static io.jointly.catalog.MapStreams.problem;
import static io.jointly.catalog.MapStreams.wrongAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.MapStreams;
import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConfirmationResourceTest {
    @Inject AgroalDataSource database;

    private String hr;
    private String it;
    private String sales;
    private String stream;

    @BeforeEach
    void aStreamOfTwoOwnersAndThreeDepartments() {
        hr = MapStreams.department();
        it = MapStreams.department();
        sales = MapStreams.department();
        stream = MapStreams.stream(hr, it, sales);
    }

    @Test
    void asksEveryOwnerAndEveryDepartmentWithAStage() {
        list().body("items", hasSize(3))
                .body("items.state", everyItem(equalTo("missing")))
                .body("items.find { it.department == '%s' }.owner".formatted(it), equalTo(true))
                .body(
                        "items.find { it.department == '%s' }.owner".formatted(sales),
                        equalTo(false));
        for (var department : List.of(hr, it, sales)) {
            waiting(department)
                    .body("items.kind", contains("confirm-stream"))
                    .body("items[0].subject", equalTo("value-stream:" + stream))
                    .body("items[0].department", equalTo(department))
                    .body("items[0].due", nullValue());
        }
    }

    @Test
    void showsWhoConfirmedAndWhen() {
        confirm(Tokens.head(sales), sales, 0)
                .statusCode(200)
                .body("state", equalTo("confirmed"))
                .body("by", equalTo("Test head-" + sales))
                .body("at", notNullValue())
                .body("dueAt", notNullValue());
        of(sales, "state").body(path(sales, "by"), equalTo("Test head-" + sales));
        waiting(sales).body("items", empty());
        waiting(it).body("items", hasSize(1));
        get("/value-streams/" + stream).header("ETag", "\"0\"");
        get("/value-streams/" + stream + "/confirmations?state=confirmed")
                .body("items.department", contains(sales));
    }

    @Test
    void nobodyConfirmsForAnotherDepartment() {
        for (var token :
                List.of(
                        Tokens.nobody(),
                        Tokens.member(it),
                        Tokens.head(hr),
                        Tokens.admin(),
                        Tokens.sponsor(),
                        Tokens.integrator("catalog:write"))) {
            problem(confirm(token, it, 0), 403, "not-allowed");
        }
        var stranger = MapStreams.department();
        problem(confirm(Tokens.head(stranger), stranger, 0), 422, "department-not-in-stream")
                .body("errors.pointer", contains("/department"));
        wrongAt(confirm(Tokens.head(it), "", 0), "/department");
        list().body("items.state", everyItem(equalTo("missing")));
    }

    @Test
    void confirmsWhatWasReadOnly() {
        problem(confirm(Tokens.head(it), it, null), 428, "precondition-required");
        patch(Tokens.head(it), stream, 0, "{\"outcome\":\"other\"}").statusCode(200);
        problem(confirm(Tokens.head(it), it, 0), 412, "stale");
        confirm(Tokens.head(it), it, 1).statusCode(200);
    }

    @Test
    void aNewPurposeOrOutcomeVoidsWhatWasConfirmedAndAsksAgain() {
        confirm(Tokens.head(it), it, 0).statusCode(200);
        patch(Tokens.head(hr), stream, 0, "{\"name\":\"Another name\"}").statusCode(200);
        of(it, "confirmed");
        patch(Tokens.head(hr), stream, 1, "{\"outcome\":\"Another outcome\"}").statusCode(200);
        of(it, "voided").body(path(it, "dueAt"), nullValue());
        waiting(it).body("items.kind", contains("confirm-stream"));
        confirm(Tokens.head(it), it, 2).statusCode(200);
        of(it, "confirmed");
        patch(Tokens.head(hr), stream, 2, "{\"purpose\":\"Another purpose\"}").statusCode(200);
        of(it, "voided");
    }

    @Test
    void asksAgainWhenThePeriodIsOver() throws SQLException {
        confirmedDaysAgo(179);
        of(it, "confirmed");
        waiting(it).body("items", empty());
        confirmedDaysAgo(181);
        of(it, "due").body(path(it, "dueAt"), notNullValue());
        waiting(it)
                .body("items.kind", contains("confirm-stream"))
                .body("items[0].due", notNullValue());
        confirm(Tokens.head(it), it, 0).statusCode(200);
        of(it, "confirmed");
        waiting(it).body("items", empty());
    }

    @Test
    void aStreamHasAPeriodOfItsOwn() throws SQLException {
        confirmedDaysAgo(31);
        of(it, "confirmed");
        patch(Tokens.head(hr), stream, 0, "{\"confirmationDays\":30}").statusCode(200);
        of(it, "due");
        waiting(it).body("items", hasSize(1));
    }

    @Test
    void aDepartmentWhoseStageIsGoneIsNotAskedAnyMore() {
        patch(Tokens.head(hr), stream, 0, "{\"stages\":[]}").statusCode(200);
        list().body("items", hasSize(2));
        waiting(sales).body("items", empty());
    }

    @Test
    void confirmsOnceHoweverOftenItIsSent() {
        for (var replayed : new String[] {null, "true"}) {
            as(Tokens.head(it))
                    .header("Idempotency-Key", "confirm-" + stream)
                    .header("If-Match", "\"0\"")
                    .contentType("application/json")
                    .body("{\"department\":\"%s\"}".formatted(it))
                    .post(STREAMS + stream + "/confirmations")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", equalTo(replayed));
        }
        as(Tokens.admin())
                .get(CATALOG + "/audit?subject=value-stream:" + stream)
                .then()
                .body("items.action", contains("value-stream.confirmed", "value-stream.created"))
                .body("items[0].after.department", equalTo(it));
    }

    @Test
    void givesTheListInPagesAndAsCsv() {
        get("/value-streams/" + stream + "/confirmations?limit=2&count=true")
                .body("items", hasSize(2))
                .body("total", equalTo(3))
                .body("next", notNullValue());
        as(Tokens.nobody())
                .accept("text/csv")
                .get(STREAMS + stream + "/confirmations")
                .then()
                .statusCode(200)
                .body(containsString(stream + "," + it + ",true,missing,"));
        problem(get("/value-streams/no-such/confirmations"), 404, "not-found");
        problem(
                get("/value-streams/" + stream + "/confirmations?state=maybe"),
                400,
                "invalid-request");
    }

    private void confirmedDaysAgo(int days) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "INSERT INTO stream_confirmation (value_stream_id, department, wording, confirmed_by, confirmed_by_name, confirmed_at)"
                                        + " SELECT id, ?, wording, 'head', 'Head', now() - make_interval(hours => 24 * ?) FROM value_stream WHERE code = ?")) {
            statement.setString(1, it);
            statement.setInt(2, days);
            statement.setString(3, stream);
            statement.executeUpdate();
        }
    }

    private ValidatableResponse confirm(String token, String department, Integer tag) {
        return act(
                token,
                "/value-streams/" + stream + "/confirmations",
                tag,
                "{\"department\":\"%s\"}".formatted(department));
    }

    private ValidatableResponse list() {
        return get("/value-streams/" + stream + "/confirmations").statusCode(200);
    }

    private ValidatableResponse of(String department, String state) {
        var list = list();
        return state.equals("state") ? list : list.body(path(department, "state"), equalTo(state));
    }

    private static String path(String department, String field) {
        return "items.find { it.department == '%s' }.%s".formatted(department, field);
    }

    private static ValidatableResponse waiting(String department) {
        return as(Tokens.head(department)).get(CATALOG + "/waiting").then().statusCode(200);
    }
}
