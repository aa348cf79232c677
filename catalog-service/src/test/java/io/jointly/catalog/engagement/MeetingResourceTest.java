package io.jointly.catalog.engagement;

import static io.jointly.catalog.MapStreams.CATALOG;
import static io.jointly.catalog.MapStreams.act;
import static io.jointly.catalog.MapStreams.as;
import static io.jointly.catalog.MapStreams.get;
import static io.jointly.catalog.MapStreams.problem;
import static io.jointly.catalog.MapStreams.tagged;
import static io.jointly.catalog.MapStreams.wrongAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.Locks;
import io.jointly.catalog.MapStreams;
import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MeetingResourceTest {
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
    void showsTheDaysOfAMeetingAcrossTheEndOfSummerTime() {
        var ref = agreed("2027-10-21", "weekly");
        calendar("from=2027-10-20&to=2027-11-05")
                .body("items.on", contains("2027-10-21", "2027-10-28", "2027-11-04"))
                .body(
                        "items.startsAt",
                        contains(
                                "2027-10-21T07:30:00Z",
                                "2027-10-28T07:30:00Z",
                                "2027-11-04T08:30:00Z"))
                .body("items[2].endsAt", equalTo("2027-11-04T09:00:00Z"))
                .body("items[0].meeting", equalTo(ref))
                .body("items[0].participants", containsInAnyOrder(hr, sales))
                .body("items[0].attendance", nullValue());
    }

    @Test
    void putsSeveralMeetingsInOrderOfTimeAndInPages() {
        agreed("2027-01-07", "weekly");
        agreed("2027-01-04", "monthly-by-weekday");
        String next =
                calendar("from=2027-01-01&to=2027-01-15&limit=2&count=true")
                        .body("items.on", contains("2027-01-04", "2027-01-07"))
                        .body("total", equalTo(3))
                        .extract()
                        .path("next");
        as(Tokens.nobody())
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items.on", contains("2027-01-14"))
                .body("next", nullValue());
        as(Tokens.nobody())
                .accept("text/csv")
                .get(
                        CATALOG
                                + "/value-streams/"
                                + stream
                                + "/calendar?from=2027-01-01&to=2027-01-15")
                .then()
                .body(startsWith("meeting,title,kind,on,startsAt"));
    }

    @Test
    void tellsTheNextDaysWhenNothingElseIsAsked() {
        agreed("2020-01-06", "weekly");
        calendar("limit=5").body("items", hasSize(5)).body("next", notNullValue());
    }

    @Test
    void recordsWhoWasThere() {
        var ref = agreed("2026-01-08", "weekly");
        attend(Tokens.head(sales), ref, 0, "2026-01-15", sales)
                .statusCode(200)
                .header("ETag", "\"1\"");
        attend(Tokens.head(hr), ref, 1, "2026-01-15", hr, sales).statusCode(200);
        calendar("from=2026-01-01&to=2026-01-31&limit=2")
                .body("items[0].attendance", nullValue())
                .body("items[1].attendance.departments", containsInAnyOrder(hr, sales))
                .body("items[1].attendance.by", equalTo("Test head-" + hr))
                .body("items[1].attendance.note", equalTo("n"));
        // When the rule moves, what was held stays.
        patch(Tokens.head(it), ref, 2, "{\"firstOn\":\"2026-01-09\"}").statusCode(200);
        calendar("from=2026-01-14&to=2026-01-17")
                .body("items.on", contains("2026-01-15", "2026-01-16"));
    }

    @Test
    void recordsNoDayOnWhichItWasNotHeld() {
        var ref = agreed("2026-01-08", "weekly");
        for (var day : List.of("2026-01-09", "2026-01-01", "2099-01-01")) {
            problem(attend(Tokens.head(hr), ref, 0, day, hr), 422, "meeting-not-held")
                    .body("errors.pointer", contains("/on"));
        }
        wrongAt(attend(Tokens.head(hr), ref, 0, "2026-01-08", it), "/departments");
        wrongAt(attend(Tokens.head(hr), ref, 0, "yesterday", hr), "/on");
        problem(attend(Tokens.head(it), ref, 0, "2026-01-08", hr), 403, "not-allowed");
        problem(attend(Tokens.head(hr), ref, null, "2026-01-08", hr), 428, "precondition-required");
        problem(attend(Tokens.head(hr), ref, 9, "2026-01-08", hr), 412, "stale");
    }

    @Test
    void onlyAHeadOfAnOwnerAgreesAndChanges() {
        for (var token :
                List.of(
                        Tokens.nobody(),
                        Tokens.head(sales),
                        Tokens.admin(),
                        Tokens.integrator("catalog:write"))) {
            problem(agree(token, body("2027-01-07", "weekly")), 403, "not-allowed");
        }
        var ref = agreed("2027-01-07", "weekly");
        problem(patch(Tokens.head(sales), ref, 0, "{\"minutes\":45}"), 403, "not-allowed");
        problem(
                patch(Tokens.head(it), ref, null, "{\"minutes\":45}"),
                428,
                "precondition-required");
        patch(Tokens.head(it), ref, 0, "{\"minutes\":45,\"until\":\"2027-01-20\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("minutes", equalTo(45));
        calendar("from=2027-01-01&to=2027-03-01")
                .body("items.on", contains("2027-01-07", "2027-01-14"));
        problem(patch(Tokens.head(it), ref, 0, "{\"minutes\":30}"), 412, "stale");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'participants':['$hr'] | /participants",
                "'participants':['$hr','nobody'] | /participants",
                "'startsAt':'24:00' | /startsAt",
                "'startsAt':'9:30' | /startsAt",
                "'timeZone':'Europe/Atlantis' | /timeZone",
                "'minutes':4 | /minutes",
                "'every':0 | /every",
                "'every':53 | /every",
                "'repeats':'daily' | /repeats",
                "'kind':'party' | /kind",
                "'firstOn':'2027-02-30' | /firstOn",
                "'firstOn':'1999-12-31' | /firstOn",
                "'until':'2027-01-06' | /until",
                "'title':' ' | /title",
                "'stream':'no-such-stream' | /stream"
            })
    void pointsAtTheFieldThatIsWrong(String field, String pointer) {
        var name = field.substring(1, field.indexOf('\'', 1));
        var whole =
                body("2027-01-07", "weekly")
                        .replaceAll("\"" + name + "\":(\\[[^]]*]|\"[^\"]*\"|[0-9]+)", "")
                        .replaceAll(",\\s*,", ",")
                        .replaceFirst("\\{\\s*,?", "{");
        var wrong =
                whole.replaceFirst("\\{", "{" + field.replace('\'', '"').replace("$hr", hr) + ",");
        wrongAt(agree(Tokens.head(it), wrong), pointer);
        calendar("from=2027-01-01&to=2027-02-01").body("items", empty());
    }

    @Test
    void refusesAPeriodWithoutSense() {
        for (var query :
                List.of(
                        "from=2027-02-01&to=2027-01-01",
                        "from=2027-01-01&to=2029-01-01",
                        "from=1900-01-01",
                        "to=soon")) {
            problem(calendarAnswer(query), 400, "invalid-request");
        }
        problem(get("/value-streams/no-such/calendar"), 404, "not-found");
    }

    @Test
    void listsMeetingsOfAStream() {
        var ref = agreed("2027-01-07", "weekly");
        get("/meetings?stream=" + stream).body("items.ref", contains(ref));
        get("/meetings?limit=200").body("items.ref", not(empty()));
        get("/meetings/" + ref).statusCode(200).header("ETag", "\"0\"").body("every", equalTo(1));
        problem(get("/meetings?stream=no-such"), 400, "invalid-request");
        problem(get("/meetings/MTG-0"), 404, "not-found");
        as(Tokens.admin())
                .get(CATALOG + "/audit?subject=meeting:" + ref)
                .then()
                .body("items.action", contains("meeting.agreed"))
                .body("items[0].after.stream", equalTo(stream));
        as(Tokens.nobody())
                .accept("text/csv")
                .get(CATALOG + "/meetings?stream=" + stream)
                .then()
                .body(containsString(ref + "," + stream));
    }

    @Test
    void countsOnlyMeetingsThatAreStillToComeAndShowsAllThatWere() throws Exception {
        agreedBefore(150, "2020-01-06", "once", null);
        agreedBefore(50, "2020-01-06", "weekly", "2020-01-20");
        agreedBefore(99, "2027-01-04", "weekly", null);
        calendar("from=2020-01-01&to=2020-02-01&count=true&limit=1").body("total", equalTo(300));
        var ref = agreed("2026-01-08", "weekly");
        problem(agree(Tokens.head(it), body("2027-01-07", "weekly")), 422, "too-many-meetings")
                .body("detail", containsString("still to come"));
        agreed("2026-01-08", "once"); // which is over
        patch(Tokens.head(it), ref, 0, "{\"until\":\"2026-02-01\"}").statusCode(200);
        var other = agreed("2027-01-07", "weekly");
        problem(patch(Tokens.head(it), ref, 1, "{\"until\":null}"), 422, "too-many-meetings");
        patch(Tokens.head(it), ref, 1, "{\"until\":\"2026-03-01\"}").statusCode(200);
        patch(Tokens.head(it), other, 0, "{\"minutes\":45}").statusCode(200);
    }

    @Test
    void givesTheLastPlaceToOneOfTwoWhoAgreeAtOnce() throws Exception {
        agreedBefore(99, "2027-01-04", "weekly", null);
        var pool = Executors.newFixedThreadPool(2);
        try (var connection = database.getConnection()) {
            Locks.take(connection, stream);
            Callable<Integer> agreeing =
                    () ->
                            agree(Tokens.head(it), body("2027-01-07", "weekly"))
                                    .extract()
                                    .statusCode();
            var answers = List.of(pool.submit(agreeing), pool.submit(agreeing));
            Locks.settle(connection, answers);
            connection.commit();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder(201, 422);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Without participants, which nothing here asks for. */
    private void agreedBefore(int number, String firstOn, String repeats, String until)
            throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                INSERT INTO meeting (version, created_at, updated_at, stream, title, kind, first_on, starts_at, minutes, time_zone, repeats, every, until)
                                SELECT 0, now(), now(), ?, 't', 'review', ?::date, '09:30', 30, 'UTC', ?, 1, ?::date FROM generate_series(1, ?)
                                """)) {
            statement.setString(1, stream);
            statement.setString(2, firstOn);
            statement.setString(3, repeats);
            statement.setString(4, until);
            statement.setInt(5, number);
            statement.executeUpdate();
        }
    }

    private String body(String firstOn, String repeats) {
        return """
        {"stream":"%s","title":"Joiners' half-hour","kind":"pain-points","participants":["%s","%s"],
         "firstOn":"%s","startsAt":"09:30","minutes":30,"timeZone":"Europe/Amsterdam","repeats":"%s"}
        """
                .formatted(stream, hr, sales, firstOn, repeats);
    }

    private String agreed(String firstOn, String repeats) {
        return agree(Tokens.head(it), body(firstOn, repeats))
                .statusCode(201)
                .header("Location", containsString("/meetings/MTG-"))
                .extract()
                .path("ref");
    }

    private static ValidatableResponse agree(String token, String body) {
        return act(token, "/meetings", null, body);
    }

    private static ValidatableResponse attend(
            String token, String ref, Integer tag, String on, String... departments) {
        return act(
                token,
                "/meetings/" + ref + "/attendances",
                tag,
                "{\"on\":\"%s\",\"departments\":[\"%s\"],\"note\":\"n\"}"
                        .formatted(on, String.join("\",\"", departments)));
    }

    private static ValidatableResponse patch(String token, String ref, Integer tag, String body) {
        return tagged(token, tag)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(CATALOG + "/meetings/" + ref)
                .then();
    }

    private ValidatableResponse calendar(String query) {
        return calendarAnswer(query).statusCode(200);
    }

    private ValidatableResponse calendarAnswer(String query) {
        return get("/value-streams/" + stream + "/calendar?" + query);
    }
}
