package io.jointly.catalog.painpoint;

import static io.jointly.catalog.MapStreams.CATALOG;
import static io.jointly.catalog.MapStreams.act;
import static io.jointly.catalog.MapStreams.as;
import static io.jointly.catalog.MapStreams.get;
import static io.jointly.catalog.MapStreams.patch;
import static io.jointly.catalog.MapStreams.problem;
import static io.jointly.catalog.MapStreams.tagged;
import static io.jointly.catalog.MapStreams.wrongAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PainPointResourceTest {
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
    void anybodySignedInReports() {
        for (var token :
                List.of(Tokens.nobody(), Tokens.sponsor(), Tokens.member(sales), Tokens.admin())) {
            report(token, "")
                    .statusCode(201)
                    .header("ETag", "\"0\"")
                    .header("Location", containsString("/pain-points/PAIN-"))
                    .body("state", equalTo("open"))
                    .body("department", nullValue())
                    .body("timeToFirstResponse", nullValue());
        }
        report(Tokens.member(sales), ",\"department\":\"%s\",\"stage\":\"grant\"".formatted(sales))
                .statusCode(201)
                .body("department", equalTo(sales))
                .body("reportedBy", equalTo("Test member-" + sales))
                .body("stage", equalTo("grant"));
        get("/pain-points?count=true&limit=2&stream=" + stream)
                .body("total", equalTo(5))
                .body("items[0].stage", equalTo("grant"))
                .body("next", notNullValue());
    }

    @Test
    void nobodyReportsForADepartmentThatTheyDoNotBelongTo() {
        problem(
                report(Tokens.member(sales), ",\"department\":\"%s\"".formatted(it)),
                403,
                "not-allowed");
        problem(report(Tokens.nobody(), ",\"department\":\"no-such\""), 403, "not-allowed");
        wrongAt(report(Tokens.member("no-such"), ",\"department\":\"no-such\""), "/department");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"stage\":\"nowhere\" | /stage",
                ",\"journeyStep\":\"nowhere\" | /journeyStep",
                ",\"state\":\"open\" | /state",
                ",\"department\":\"Not A Code\" | /department"
            })
    void pointsAtTheFieldThatIsWrong(String more, String pointer) {
        wrongAt(report(Tokens.nobody(), more), pointer);
        get("/pain-points?stream=" + stream).body("items", empty());
    }

    @Test
    void goesFromReportToImprovement() {
        var ref = reported();
        acts(Tokens.head(hr), ref, 0, "acknowledgement", hr, "")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("acknowledged"))
                .body("acknowledgement.department", equalTo(hr))
                .body("acknowledgement.by", equalTo("Test head-" + hr))
                .body("timeToFirstResponse", startsWith("PT"))
                .body("timeToAnswer", nullValue());
        acts(Tokens.head(it), ref, 1, "answer", it, ",\"text\":\"Profiles from March on\"")
                .statusCode(200)
                .body("state", equalTo("answered"))
                .body("answer.text", equalTo("Profiles from March on"))
                .body("timeToAnswer", startsWith("PT"));
        acts(
                        Tokens.head(it),
                        ref,
                        2,
                        "improvement",
                        it,
                        ",\"title\":\"Role profiles\",\"owner\":\"Ines\",\"due\":\"2027-03-31\",\"link\":\"improvement:IMP-7\"")
                .statusCode(200)
                .body("state", equalTo("improvement"))
                .body("improvement.link", equalTo("improvement:IMP-7"))
                .body("improvement.due", equalTo("2027-03-31"));
        acts(
                        Tokens.head(hr),
                        ref,
                        3,
                        "improvement",
                        hr,
                        ",\"title\":\"Profiles\",\"owner\":\"Ben\"")
                .statusCode(200)
                .body("improvement.owner", equalTo("Ben"))
                .body("improvement.due", nullValue());
        as(Tokens.admin())
                .get(CATALOG + "/audit?subject=pain-point:" + ref)
                .then()
                .body(
                        "items.action",
                        contains(
                                "pain-point.improved",
                                "pain-point.improved",
                                "pain-point.answered",
                                "pain-point.acknowledged",
                                "pain-point.reported"));
    }

    @Test
    void anAnswerIsTheFirstResponseToo() {
        var ref = reported();
        var answered =
                acts(Tokens.head(it), ref, 0, "answer", it, ",\"text\":\"t\"").statusCode(200);
        String first = answered.extract().path("timeToFirstResponse");
        answered.body("timeToAnswer", equalTo(first)).body("acknowledgement", nullValue());
    }

    @Test
    void keepsTheOrderOfThings() {
        var ref = reported();
        var improvement = ",\"title\":\"t\",\"owner\":\"o\"";
        problem(
                acts(Tokens.head(it), ref, 0, "improvement", it, improvement),
                409,
                "pain-point-not-answered");
        acts(Tokens.head(it), ref, 0, "acknowledgement", it, "").statusCode(200);
        problem(
                acts(Tokens.head(hr), ref, 1, "acknowledgement", hr, ""),
                409,
                "pain-point-moved-on");
        problem(
                acts(Tokens.head(it), ref, 1, "improvement", it, improvement),
                409,
                "pain-point-not-answered");
        acts(Tokens.head(it), ref, 1, "answer", it, ",\"text\":\"t\"").statusCode(200);
        problem(
                acts(Tokens.head(hr), ref, 2, "answer", hr, ",\"text\":\"t\""),
                409,
                "pain-point-moved-on");
        wrongAt(
                acts(
                        Tokens.head(it),
                        ref,
                        2,
                        "improvement",
                        it,
                        improvement + ",\"link\":\"decision:DEC-1\""),
                "/link");
        wrongAt(acts(Tokens.head(it), ref, 2, "improvement", it, ",\"title\":\"t\""), "/owner");
    }

    @Test
    void onlyOwnersActAndOnlyForThemselves() {
        var ref = reported();
        for (var token :
                List.of(Tokens.nobody(), Tokens.member(it), Tokens.head(hr), Tokens.admin())) {
            problem(acts(token, ref, 0, "acknowledgement", it, ""), 403, "not-allowed");
        }
        problem(
                        acts(Tokens.head(sales), ref, 0, "acknowledgement", sales, ""),
                        422,
                        "department-not-in-stream")
                .body("errors.pointer", contains("/department"));
        problem(
                acts(Tokens.head(it), ref, null, "answer", it, ",\"text\":\"t\""),
                428,
                "precondition-required");
        problem(acts(Tokens.head(it), ref, 7, "answer", it, ",\"text\":\"t\""), 412, "stale");
        problem(
                acts(Tokens.head(it), "PAIN-0", 0, "answer", it, ",\"text\":\"t\""),
                404,
                "not-found");
    }

    @Test
    void waitsForOneOfTheOwnersThatSomebodyHeads() {
        var ref = reported();
        var both = as(Tokens.head(hr, it)).get(CATALOG + "/waiting").then();
        both.body(
                "items.findAll { it.kind == 'acknowledge-pain-point' }.subject",
                contains("pain-point:" + ref));
        acts(Tokens.head(it), ref, 0, "acknowledgement", it, "").statusCode(200);
        as(Tokens.head(hr))
                .get(CATALOG + "/waiting")
                .then()
                .body(
                        "items.findAll { it.kind == 'answer-pain-point' }.subject",
                        contains("pain-point:" + ref))
                .body(
                        "items.findAll { it.kind == 'answer-pain-point' }.due",
                        contains(notNullValue()));
        acts(Tokens.head(it), ref, 1, "answer", it, ",\"text\":\"t\"").statusCode(200);
        as(Tokens.head(hr))
                .get(CATALOG + "/waiting")
                .then()
                .body("items.kind", contains("confirm-stream"));
        as(Tokens.nobody()).get(CATALOG + "/waiting").then().body("items", empty());
    }

    @Test
    void countsHowLongAnswersTakeAndWhetherAsPromised() throws SQLException {
        figures("")
                .body("reported", equalTo(0))
                .body("answer.median", nullValue())
                .body("answer.withinPromise", nullValue());
        // Promised: two days to respond, ten to answer. Hours since reported, to the response, to
        // the answer.
        painPoint(400, 10, 100, "grant");
        painPoint(400, 50, 300, "grant");
        painPoint(400, 30, null, "collect");
        painPoint(100, null, null, null);
        painPoint(1, null, null, null);
        figures("")
                .body("reported", equalTo(5))
                .body("open", equalTo(2))
                .body("acknowledged", equalTo(1))
                .body("answered", equalTo(2))
                .body("improvements", equalTo(0))
                .body("firstResponse.given", equalTo(3))
                .body("firstResponse.overdue", equalTo(1))
                .body("firstResponse.median", equalTo("PT30H"))
                .body("firstResponse.withinPromise", equalTo(0.5f))
                .body("answer.given", equalTo(2))
                .body("answer.overdue", equalTo(1))
                .body("answer.median", equalTo("PT200H"))
                .body("answer.withinPromise", equalTo(0.3333f))
                .body("byStage.key", contains("grant", "collect"))
                .body("byStage.unanswered", contains(0, 1))
                .body("byJourneyStep", empty());
        get("/pain-points?overdue=true&count=true&stream=" + stream).body("total", equalTo(2));
        get("/pain-points?stage=grant&state=in:answered,improvement&count=true&stream=" + stream)
                .body("total", equalTo(2));
        problem(
                get(
                        "/value-streams/"
                                + stream
                                + "/pain-point-figures?from=2027-01-02&to=2027-01-01"),
                400,
                "invalid-request");
        problem(
                get(
                        "/value-streams/"
                                + stream
                                + "/pain-point-figures?from=2027-01-01&to=2027-01-01"),
                400,
                "invalid-request");
        problem(get("/value-streams/no-such/pain-point-figures"), 404, "not-found");
        figures("?to=2000-01-01").body("reported", equalTo(0));
    }

    @Test
    void keepsWhatWasPromisedWhenItWasReported() {
        var ref = reported();
        String promised = get("/pain-points/" + ref).extract().path("answerBy");
        patch(Tokens.head(it), stream, 0, "{\"answerWithin\":\"P20D\"}").statusCode(200);
        get("/pain-points/" + ref).body("answerBy", equalTo(promised));
    }

    @Test
    void refusesFiltersThatMeanNothing() {
        for (var query :
                List.of(
                        "state=old",
                        "stream=no-such",
                        "department=no-such",
                        "overdue=maybe",
                        "cursor=AAAA")) {
            problem(get("/pain-points?" + query), 400, "invalid-request");
        }
        as(Tokens.nobody())
                .accept("text/csv")
                .get(CATALOG + "/pain-points?stream=" + stream)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"));
    }

    @Test
    void reportsOnceHoweverOftenItIsSent() {
        for (var replayed : new String[] {null, "true"}) {
            as(Tokens.nobody())
                    .header("Idempotency-Key", "report-" + stream)
                    .contentType("application/json")
                    .body(body(""))
                    .post(CATALOG + "/pain-points")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", equalTo(replayed));
        }
        get("/pain-points?count=true&stream=" + stream).body("total", equalTo(1));
    }

    private void painPoint(int reported, Integer responded, Integer answered, String stage)
            throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                INSERT INTO pain_point (version, created_at, updated_at, stream, title, description, stage, reported_by, reported_by_name,
                                    state, respond_by, answer_by, responded_at, answered_at, answer)
                                SELECT 0, t, t, ?, 't', 'd', ?, 'a', 'A',
                                    CASE WHEN r IS NULL THEN 'open' WHEN a IS NULL THEN 'acknowledged' ELSE 'answered' END,
                                    t + interval '48 hours', t + interval '240 hours', t + make_interval(hours => r), t + make_interval(hours => a), 'x'
                                FROM (SELECT now() - make_interval(hours => ?) AS t, ?::int AS r, ?::int AS a) AS given
                                """)) {
            statement.setString(1, stream);
            statement.setString(2, stage);
            statement.setInt(3, reported);
            statement.setObject(4, responded);
            statement.setObject(5, answered);
            statement.executeUpdate();
        }
    }

    private ValidatableResponse figures(String query) {
        return get("/value-streams/" + stream + "/pain-point-figures" + query).statusCode(200);
    }

    private String reported() {
        return report(Tokens.nobody(), "").statusCode(201).extract().path("ref");
    }

    private ValidatableResponse report(String token, String more) {
        return tagged(token, null)
                .contentType("application/json")
                .body(body(more))
                .post(CATALOG + "/pain-points")
                .then();
    }

    private String body(String more) {
        return "{\"stream\":\"%s\",\"title\":\"No access\",\"description\":\"For three days\"%s}"
                .formatted(stream, more);
    }

    private static ValidatableResponse acts(
            String token, String ref, Integer tag, String what, String department, String more) {
        return act(
                token,
                "/pain-points/" + ref + "/" + what,
                tag,
                "{\"department\":\"%s\"%s}".formatted(department, more));
    }
}
