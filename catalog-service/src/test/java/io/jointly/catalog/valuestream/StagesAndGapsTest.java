package io.jointly.catalog.valuestream;

import static io.jointly.catalog.MapStreams.STREAMS;
import static io.jointly.catalog.MapStreams.as;
import static io.jointly.catalog.MapStreams.future;
import static io.jointly.catalog.MapStreams.get;
import static io.jointly.catalog.MapStreams.patch;
import static io.jointly.catalog.MapStreams.problem;
import static io.jointly.catalog.MapStreams.stage;
import static io.jointly.catalog.MapStreams.wrongAt;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.catalog.MapStreams;
import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StagesAndGapsTest {
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
    void drawsTheFutureBesideTodayAndListsTheGaps() {
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        """
                        {"futureStages":[%s,%s],
                         "improvements":{"grant":{"note":"Role profiles","owner":"Ines","due":"2027-03-31"},"greet":{"note":"Somebody at the door"}}}
                        """
                                .formatted(
                                        future(
                                                "grant",
                                                stage(
                                                        "Grant by role",
                                                        it,
                                                        "PT30M",
                                                        "PT4H",
                                                        "0.95")),
                                        future(null, stage("Greet", hr, "PT1H", "PT1H", "1"))))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("futureStages.key", contains("grant", "greet"))
                .body("futureStages.follows", contains("grant", null))
                .body("futureDerived.leadTime", equalTo("PT5H"))
                .body("futureDerived.activityRatio", equalTo(0.3f))
                .body("improvements.grant.owner", equalTo("Ines"));

        get("/value-streams/" + stream + "/gaps")
                .statusCode(200)
                .body("items.stage", contains("collect", "grant", "greet"))
                .body("items.kind", contains("dropped", "changed", "added"))
                .body("items[0].future", nullValue())
                .body("items[0].difference.leadTime", equalTo("PT-24H"))
                .body("items[0].difference.completeAndAccurate", nullValue())
                .body("items[1].current.departments", contains(sales))
                .body("items[1].future.stages", contains("Grant by role"))
                .body("items[1].difference.processTime", equalTo("PT-1H-30M"))
                .body("items[1].difference.leadTime", equalTo("PT-68H"))
                .body("items[1].difference.completeAndAccurate", equalTo(0.45f))
                .body("items[1].difference.department", equalTo(true))
                .body("items[1].improvement.due", equalTo("2027-03-31"))
                .body("items[2].current", nullValue())
                .body("items[2].improvement.note", equalTo("Somebody at the door"))
                .body("difference.leadTime", equalTo("PT-91H"))
                .body("difference.rolledCompleteAndAccurate", equalTo(0.5f))
                .body("difference.handoffs", equalTo(0));
    }

    @Test
    void splitsAStageIntoSeveral() {
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        "{\"futureStages\":[%s,%s,%s]}"
                                .formatted(
                                        future(
                                                "collect",
                                                stage("Collect", hr, "PT1H", "P1D", "0.9")),
                                        future("grant", stage("Ask", hr, "PT10M", "PT1H", "0.8")),
                                        future(
                                                "grant",
                                                stage("Grant", it, "PT20M", "PT2H", "0.9"))))
                .statusCode(200)
                .body("futureStages.key", contains("collect", "grant", "grant-2"));
        get("/value-streams/" + stream + "/gaps?kind=changed")
                .body("items", hasSize(1))
                .body("items[0].future.stages", contains("Ask", "Grant"))
                .body("items[0].future.leadTime", equalTo("PT3H"))
                .body("items[0].future.completeAndAccurate", equalTo(0.72f));
        get("/value-streams/" + stream + "/gaps?kind=unchanged")
                .body("items.stage", contains("collect"));
    }

    @Test
    void givesTheGapListInPagesAndAsCsv() {
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        "{\"futureStages\":[%s]}"
                                .formatted(stage("Greet", hr, "PT1H", "PT1H", "1")))
                .statusCode(200);
        String next =
                get("/value-streams/" + stream + "/gaps?limit=2&count=true")
                        .body("items.stage", contains("collect", "grant"))
                        .body("total", equalTo(3))
                        .extract()
                        .path("next");
        as(Tokens.nobody())
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items.stage", contains("greet"))
                .body("next", nullValue());
        as(Tokens.nobody())
                .accept("text/csv")
                .get(STREAMS + stream + "/gaps")
                .then()
                .statusCode(200)
                .body(startsWith("stage,name,kind,"))
                .body(containsString("greet,Greet,added,"));
        problem(
                get("/value-streams/" + stream + "/gaps?cursor=bm8tc3RhZ2U"),
                400,
                "invalid-request");
    }

    @Test
    void aStageKeepsItsKeyWhenItIsRenamedOrMoved() {
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        "{\"stages\":[%s,%s]}"
                                .formatted(
                                        stage("Grant", sales, "PT2H", "P3D", "0.5"),
                                        stage("Gather", hr, "PT1H", "P1D", "0.9")
                                                .replaceFirst("\\{", "{\"key\":\"collect\",")))
                .statusCode(200)
                .body("stages.key", contains("grant", "collect"))
                .body("stages.name", contains("Grant", "Gather"));
    }

    @Test
    void makesAKeyOfWhateverAStageIsCalled() {
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        "{\"stages\":[%s,%s,%s,%s]}"
                                .formatted(
                                        stage("Prüfen & freigeben", hr, "PT1H", "P1D", "1"),
                                        stage("検査", hr, "PT1H", "P1D", "1"),
                                        stage("検査", it, "PT1H", "P1D", "1"),
                                        stage("2nd look", it, "PT1H", "P1D", "1")))
                .statusCode(200)
                .body("stages.key", contains("prufen-freigeben", "stage", "stage-2", "stage-3"));
    }

    @Test
    void aNoteGoesWithItsStageAndNeverNamesNothing() {
        patch(
                        Tokens.head(it),
                        stream,
                        0,
                        "{\"futureStages\":[%s],\"improvements\":{\"collect\":{\"note\":\"a\"},\"grant\":{\"note\":\"b\"}}}"
                                .formatted(future("grant", stage("Grant", it, "PT1H", "P1D", "1"))))
                .statusCode(200);
        patch(
                        Tokens.head(it),
                        stream,
                        1,
                        "{\"stages\":[%s]}".formatted(stage("Grant", sales, "PT2H", "P3D", "0.5")))
                .statusCode(200)
                .body("improvements", aMapWithSize(1))
                .body("improvements.grant.note", equalTo("b"));
        wrongAt(
                patch(
                        Tokens.head(it),
                        stream,
                        2,
                        "{\"improvements\":{\"collect\":{\"note\":\"a\"}}}"),
                "/improvements/collect");
        patch(Tokens.head(it), stream, 2, "{\"improvements\":{\"grant\":null}}")
                .statusCode(200)
                .body("improvements", aMapWithSize(0));
    }
}
