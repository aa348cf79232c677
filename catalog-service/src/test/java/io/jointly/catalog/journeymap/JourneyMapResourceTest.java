package io.jointly.catalog.journeymap;

import static io.jointly.catalog.MapStreams.CATALOG;
import static io.jointly.catalog.MapStreams.STREAMS;
import static io.jointly.catalog.MapStreams.act;
import static io.jointly.catalog.MapStreams.as;
import static io.jointly.catalog.MapStreams.get;
import static io.jointly.catalog.MapStreams.patch;
import static io.jointly.catalog.MapStreams.problem;
import static io.jointly.catalog.MapStreams.stage;
import static io.jointly.catalog.MapStreams.tagged;
import static io.jointly.catalog.MapStreams.wrongAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class JourneyMapResourceTest {
    private static final String TWO_STEPS =
            """
            {"steps":[
              {"name":"Sign the contract","effort":2.5,"effortAnswers":40,"selfService":0.9,"stages":["collect"]},
              {"name":"The first day","touchpoint":"Reception","effort":5.4,"effortAnswers":46,"selfService":0.3,"stages":["grant","collect"]},
              {"name":"The first week"}]}
            """;

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
    void isEmptyUntilSomebodyDrawsIt() {
        map().header("ETag", "\"0\"")
                .body("steps", empty())
                .body("derived.meanEffort", nullValue())
                .body("derived.hardestStep", nullValue());
        problem(get("/value-streams/no-such/journey-map"), 404, "not-found");
    }

    @Test
    void drawsStepsWithEffortAndSelfService() {
        draw(Tokens.head(it), 0, TWO_STEPS)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("steps.key", contains("sign-the-contract", "the-first-day", "the-first-week"))
                .body("derived.meanEffort", equalTo(3.95f))
                .body("derived.hardestStep", equalTo("the-first-day"))
                .body("derived.meanSelfService", equalTo(0.6f));
        map().body("steps[1].stages", contains("grant", "collect"))
                .body("steps[2].effort", nullValue());
        as(Tokens.nobody())
                .accept("text/csv")
                .get(STREAMS + stream + "/journey-map")
                .then()
                .contentType(startsWith("text/csv"))
                .body(startsWith("key,name,description,touchpoint,effort"))
                .body(
                        containsString(
                                "the-first-day,The first day,,Reception,5.4,46,0.3,grant collect"));
        as(Tokens.admin())
                .get(CATALOG + "/audit?subject=journey-map:" + stream)
                .then()
                .body("items.action", contains("journey-map.drawn"));
    }

    @Test
    void keepsKeysWhenStepsMoveAndTellsPainPointsApart() {
        draw(Tokens.head(it), 0, TWO_STEPS).statusCode(200);
        draw(
                        Tokens.head(hr),
                        1,
                        "{\"steps\":[{\"name\":\"The first day\"},{\"key\":\"sign-the-contract\",\"name\":\"Sign\"}]}")
                .statusCode(200)
                .body("steps.key", contains("the-first-day", "sign-the-contract"));
        act(
                        Tokens.nobody(),
                        "/pain-points",
                        null,
                        "{\"stream\":\"%s\",\"title\":\"t\",\"description\":\"d\",\"journeyStep\":\"the-first-day\"}"
                                .formatted(stream))
                .statusCode(201);
        get("/pain-points?journeyStep=the-first-day&stream=" + stream)
                .body("items.title", contains("t"));
        get("/value-streams/" + stream + "/pain-point-figures")
                .body("byJourneyStep.key", contains("the-first-day"));
    }

    @Test
    void aStageThatIsGoneStandsBehindNoStep() {
        draw(Tokens.head(it), 0, TWO_STEPS).statusCode(200);
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        "{\"stages\":[%s]}".formatted(stage("Collect", hr, "PT1H", "P1D", "0.9")))
                .statusCode(200);
        map().header("ETag", "\"2\"").body("steps[1].stages", contains("collect"));
    }

    @Test
    void onlyAHeadOfAnOwnerDrawsWhatWasRead() {
        for (var token :
                List.of(
                        Tokens.nobody(),
                        Tokens.head(sales),
                        Tokens.admin(),
                        Tokens.integrator("catalog:write"))) {
            problem(draw(token, 0, TWO_STEPS), 403, "not-allowed");
        }
        problem(draw(Tokens.head(it), null, TWO_STEPS), 428, "precondition-required");
        draw(Tokens.head(it), 0, TWO_STEPS).statusCode(200);
        problem(draw(Tokens.head(it), 0, TWO_STEPS), 412, "stale");
    }

    @Test
    void oneOfTwoWhoDrawItFirstAtOnceWins() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> drawing =
                    () -> draw(Tokens.head(it), 0, TWO_STEPS).extract().statusCode();
            var answers =
                    pool.invokeAll(List.of(drawing, drawing, drawing, drawing)).stream()
                            .map(JourneyMapResourceTest::got)
                            .sorted()
                            .toList();
            assertThat(answers.get(0)).isEqualTo(200);
            assertThat(answers.subList(1, 4)).allMatch(status -> status == 409 || status == 412);
        } finally {
            pool.shutdownNow();
        }
        map().header("ETag", "\"1\"");
    }

    @Test
    void namesNoStageThatGoesWhileItIsDrawn() throws Exception {
        var pool = Executors.newSingleThreadExecutor();
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "DELETE FROM value_stream_stage WHERE stage_key = 'grant' AND value_stream_id = (SELECT id FROM value_stream WHERE code = ?)")) {
            Locks.take(connection, stream);
            statement.setString(1, stream);
            assertThat(statement.executeUpdate()).isEqualTo(1);
            var drawing = pool.submit(() -> draw(Tokens.head(it), 0, TWO_STEPS));
            Locks.settle(connection, List.of(drawing));
            connection.commit();
            wrongAt(drawing.get(), "/steps/1/stages/0");
        } finally {
            pool.shutdownNow();
        }
        map().header("ETag", "\"0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'A','effort':0.9} | /steps/0/effort",
                "{'name':'A','effort':7.1} | /steps/0/effort",
                "{'name':'A','selfService':1.1} | /steps/0/selfService",
                "{'name':'A','effortAnswers':3} | /steps/0/effortAnswers",
                "{'name':'A','effort':3,'effortAnswers':0} | /steps/0/effortAnswers",
                "{'name':' '} | /steps/0/name",
                "{'name':'A','stages':['nowhere']} | /steps/0/stages/0",
                "{'name':'A','stages':['grant','grant']} | /steps/0/stages/1",
                "{'key':'a','name':'A'},{'key':'a','name':'B'} | /steps/1/key"
            })
    void pointsAtTheFieldThatIsWrong(String steps, String pointer) {
        wrongAt(
                draw(Tokens.head(it), 0, "{\"steps\":[%s]}".formatted(steps.replace('\'', '"'))),
                pointer);
        map().header("ETag", "\"0\"");
    }

    private static int got(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ValidatableResponse map() {
        return get("/value-streams/" + stream + "/journey-map").statusCode(200);
    }

    private ValidatableResponse draw(String token, Integer tag, String body) {
        return tagged(token, tag)
                .contentType("application/json")
                .body(body)
                .put(STREAMS + stream + "/journey-map")
                .then();
    }
}
