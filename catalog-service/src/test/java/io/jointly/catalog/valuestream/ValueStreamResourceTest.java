package io.jointly.catalog.valuestream;

import static io.jointly.catalog.MapStreams.CATALOG;
import static io.jointly.catalog.MapStreams.add;
import static io.jointly.catalog.MapStreams.as;
import static io.jointly.catalog.MapStreams.body;
import static io.jointly.catalog.MapStreams.code;
import static io.jointly.catalog.MapStreams.future;
import static io.jointly.catalog.MapStreams.get;
import static io.jointly.catalog.MapStreams.patch;
import static io.jointly.catalog.MapStreams.problem;
import static io.jointly.catalog.MapStreams.stage;
import static io.jointly.catalog.MapStreams.wrongAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.jointly.catalog.MapStreams;
import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ValueStreamResourceTest {
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
    void aClientOfTheFirstReleaseFindsWhatItKnew() {
        get("/value-streams/" + stream)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("theme", nullValue())
                .body("themes", empty())
                .body("stages.name", contains("Collect", "Grant"))
                .body("stages.key", contains("collect", "grant"))
                .body("derived.processTime", equalTo("PT3H"))
                .body("derived.leadTime", equalTo("PT96H"))
                .body("derived.activityRatio", equalTo(0.0313f))
                .body("derived.rolledCompleteAndAccurate", equalTo(0.45f))
                .body("derived.handoffs", equalTo(1))
                .body("futureStages", empty())
                .body("futureDerived", nullValue())
                .body("confirmationDays", equalTo(180))
                .body("respondWithin", equalTo("PT48H"))
                .body("answerWithin", equalTo("PT240H"));
        get("/value-streams/" + stream + "/gaps")
                .statusCode(200)
                .body("items", empty())
                .body("future", nullValue())
                .body("difference", nullValue());
    }

    @Test
    void keepsThemeAndThemesTogether() {
        patch(Tokens.head(it), stream, 0, "{\"theme\":\"Growth\"}")
                .statusCode(200)
                .body("theme", equalTo("Growth"))
                .body("themes", contains("Growth"));
        patch(Tokens.head(it), stream, 1, "{\"themes\":[\"Trust\",\"Growth\"]}")
                .statusCode(200)
                .body("theme", equalTo("Trust"));
        patch(Tokens.head(it), stream, 2, "{\"theme\":\"Speed\"}")
                .statusCode(200)
                .body("themes", contains("Speed", "Growth"));
        patch(Tokens.head(it), stream, 3, "{\"theme\":null}")
                .statusCode(200)
                .body("theme", equalTo("Growth"))
                .body("themes", contains("Growth"));
        wrongAt(
                patch(
                        Tokens.head(it),
                        stream,
                        4,
                        "{\"theme\":\"One\",\"themes\":[\"Two\",\"One\"]}"),
                "/theme");
        wrongAt(patch(Tokens.head(it), stream, 4, "{\"themes\":[\"A\",\"A\"]}"), "/themes/1");
        patch(Tokens.head(it), stream, 4, "{\"themes\":null}")
                .statusCode(200)
                .body("theme", nullValue())
                .body("themes", empty());
    }

    @Test
    void keepsTriggersAndPromises() {
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        "{\"triggers\":[\"A contract is signed\"],\"confirmationDays\":90,\"respondWithin\":\"P1D\",\"answerWithin\":\"P5D\"}")
                .statusCode(200)
                .body("triggers", contains("A contract is signed"))
                .body("confirmationDays", equalTo(90))
                .body("respondWithin", equalTo("PT24H"))
                .body("answerWithin", equalTo("PT120H"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'stages':[{'name':'A','department':'$hr','processTime':'PT2H','leadTime':'PT1H','completeAndAccurate':1}]} | /stages/0/leadTime",
                "{'stages':[{'name':'A','department':'$hr','processTime':'PT-2H','leadTime':'PT1H','completeAndAccurate':1}]} | /stages/0/processTime",
                "{'stages':[{'name':'A','department':'$hr','processTime':'PT0.5S','leadTime':'PT1H','completeAndAccurate':1}]} | /stages/0/processTime",
                "{'stages':[{'name':'A','department':'$hr','processTime':3600,'leadTime':'PT1H','completeAndAccurate':1}]} | /stages/0/processTime",
                "{'stages':[{'name':'A','department':'$hr','processTime':'PT1H','leadTime':'P9999D','completeAndAccurate':1}]} | /stages/0/leadTime",
                "{'stages':[{'name':'A','department':'$hr','processTime':'PT1H','leadTime':'PT1H','completeAndAccurate':1.1}]} | /stages/0/completeAndAccurate",
                "{'stages':[{'name':'A','department':'nobody','processTime':'PT1H','leadTime':'PT1H','completeAndAccurate':1}]} | /stages",
                "{'stages':[{'key':'Not A Key','name':'A','department':'$hr','processTime':'PT1H','leadTime':'PT1H','completeAndAccurate':1}]} | /stages/0/key",
                "{'stages':[{'key':'a','name':'A','department':'$hr','processTime':'PT1H','leadTime':'PT1H','completeAndAccurate':1},{'key':'a','name':'B','department':'$hr','processTime':'PT1H','leadTime':'PT1H','completeAndAccurate':1}]} | /stages/1/key",
                "{'futureStages':[{'follows':'nowhere','name':'A','department':'$hr','processTime':'PT1H','leadTime':'PT1H','completeAndAccurate':1}]} | /futureStages/0/follows",
                "{'futureStages':[{'key':'grant','name':'A','department':'$hr','processTime':'PT1H','leadTime':'PT1H','completeAndAccurate':1}]} | /futureStages/0/key",
                "{'futureStages':[{'follows':'grant','name':'A','department':'nobody','processTime':'PT1H','leadTime':'PT1H','completeAndAccurate':1}]} | /futureStages",
                "{'improvements':{'grant':{'note':' '}}} | /improvements/grant/note",
                "{'improvements':{'grant':{'note':'a','due':'soon'}}} | /improvements/grant/due",
                "{'confirmationDays':0} | /confirmationDays",
                "{'confirmationDays':1097} | /confirmationDays",
                "{'respondWithin':'PT0S'} | /respondWithin",
                "{'respondWithin':'P11D'} | /answerWithin",
                "{'answerWithin':'P400D'} | /answerWithin",
                "{'services':['no-such-service']} | /services",
                "{'triggers':['a','a']} | /triggers/1"
            })
    void pointsAtTheFieldThatIsWrongAndChangesNothing(String patch, String pointer) {
        wrongAt(
                patch(Tokens.head(it), stream, 0, patch.replace('\'', '"').replace("$hr", hr)),
                pointer);
        get("/value-streams/" + stream).header("ETag", "\"0\"");
    }

    @Test
    void letsADepartmentLeaveByItsOwnHeadAlone() {
        problem(
                        patch(
                                Tokens.head(hr),
                                stream,
                                0,
                                "{\"owners\":[\"%s\",\"%s\"]}".formatted(hr, sales)),
                        403,
                        "speaks-for-others")
                .body("errors.pointer", hasItem("/owners"));
        get("/value-streams/" + stream).body("owners", containsInAnyOrder(hr, it));
        patch(Tokens.head(hr), stream, 0, "{\"owners\":[\"%s\",\"%s\"]}".formatted(it, sales))
                .statusCode(200)
                .body("owners", containsInAnyOrder(it, sales));
        problem(patch(Tokens.head(hr), stream, 1, "{\"name\":\"x\"}"), 403, "not-allowed");
        patch(Tokens.integrator("catalog:write"), stream, 1, "{\"owners\":[\"%s\"]}".formatted(hr))
                .statusCode(200)
                .body("owners", contains(hr));
    }

    @Test
    void onlyAHeadOfAnOwnerChangesTheMap() {
        for (var token : java.util.List.of(Tokens.nobody(), Tokens.head(sales), Tokens.admin())) {
            problem(patch(token, stream, 0, "{\"futureStages\":[]}"), 403, "not-allowed");
        }
    }

    @Test
    void asksForThePreconditionAndRefusesAStaleOne() {
        problem(
                patch(Tokens.head(it), stream, null, "{\"name\":\"x\"}"),
                428,
                "precondition-required");
        patch(Tokens.head(it), stream, 0, "{\"triggers\":[\"x\"]}")
                .statusCode(200)
                .header("ETag", "\"1\"");
        problem(patch(Tokens.head(it), stream, 0, "{\"name\":\"y\"}"), 412, "stale");
    }

    @Test
    void findsStreamsByADepartmentOfEitherState() {
        var facilities = MapStreams.department();
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        "{\"futureStages\":[%s]}"
                                .formatted(stage("Greet", facilities, "PT1H", "PT1H", "1")))
                .statusCode(200);
        get("/value-streams?department=" + facilities).body("items.code", contains(stream));
    }

    @Test
    void storesAWholeMapAtOnceAndOnceOnly() {
        var code = code();
        var whole =
                body(code, hr, it, sales)
                        .replaceFirst(
                                "\\{",
                                "{\"themes\":[\"A\",\"B\"],\"futureStages\":[%s],"
                                        .formatted(
                                                future(
                                                        "grant",
                                                        stage("Grant", it, "PT1H", "PT2H", "1"))));
        var key = code();
        for (var replayed : new String[] {null, "true"}) {
            as(Tokens.head(hr))
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(whole)
                    .post(CATALOG + "/value-streams")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("theme", equalTo("A"))
                    .body("futureStages.key", contains("grant"));
        }
        problem(add(Tokens.head(hr), whole), 409, "already-exists");
    }

    @Test
    void tellsTheTrailAndTheFeedOfBothStates() {
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        "{\"futureStages\":[%s]}"
                                .formatted(stage("Greet", hr, "PT1H", "PT1H", "1")))
                .statusCode(200);
        as(Tokens.admin())
                .get(CATALOG + "/audit?subject=value-stream:" + stream)
                .then()
                .body("items.action", contains("value-stream.changed", "value-stream.created"))
                .body("items[0].before.futureStages", empty())
                .body("items[0].after.futureStages.name", contains("Greet"));
    }
}
