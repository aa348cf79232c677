package io.jointly.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.FakeService;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class FlowAndHandoffsTest {
    private static final String REPORT =
            "/api/reports/v1/flow-and-handoffs?stream=it-incidents&level=team&from=2016-01-01";
    private static final String STREAM = "/api/catalog/v1/value-streams/it-incidents";

    private static final List<String> SCHEMAS =
            List.of(
                    "FlowAndHandoffs",
                    "MissingPart",
                    "ReportedStream",
                    "ReportedFlow",
                    "ReportedFlowTimes",
                    "ReportedHandoffTotals",
                    "ReportedPingPong",
                    "ReportedSla",
                    "ReportedHandoffs",
                    "ReportedHandoff");
    private static final String DEPARTMENTS = "/api/catalog/v1/departments";

    private final FakeService catalog = GatewayStack.catalog();
    private final String bearer = "Bearer " + GatewayStack.identity().tokenOf("sponsor");

    @BeforeEach
    void fillTheCatalog() {
        catalog.reset();
        catalog.json(
                DEPARTMENTS,
                200,
                """
                {"items":[{"code":"hr","name":"Human Resources","purpose":"x"},{"code":"it","name":"Information Technology"}],"next":null,"self":"x"}
                """);
        catalog.json(
                STREAM,
                200,
                """
                {"code":"it-incidents","name":"=cmd|' /C calc'!A0","outcome":"People work again","owners":["it","hr"],"version":3,"soonToCome":1}
                """);
        catalog.json(
                STREAM + "/flow",
                200,
                """
                {"stream":"it-incidents","level":"team","workItems":24918,"done":24918,"open":0,"events":141712,
                 "flowTime":{"mean":"PT315H14M34S","p50":"PT26H","p85":"PT340H","p95":"PT1100H"},"meanFlowTimeHours":315.2429,
                 "efficiency":null,"handoffs":{"total":19087,"mean":0.766,"items":9575,"max":25},
                 "pingPong":{"items":2216,"occurrences":3675,"share":0.0889},"sla":{"measured":24918,"met":15000,"share":0.602},"asOf":"2026-11-21T09:30:00Z"}
                """);
        catalog.json(
                STREAM + "/handoffs",
                200,
                """
                {"stream":"it-incidents","level":"team","total":19087,"pairs":1060,
                 "items":[{"from":"Group 20","to":"Group 70","count":1088,"meanWait":"PT16H39M","meanWaitHours":16.658,"p85WaitHours":24.5},
                          {"from":"@evil","to":"-1+2","count":2,"meanWaitHours":1.5,"p85WaitHours":2}],
                 "next":null,"self":"x"}
                """);
    }

    @Test
    void tellsHowWorkFlowsAndWhereItIsHandedOn() {
        var report = get(REPORT);
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.header("Cache-Control")).isEqualTo("no-store");
        var json = report.json();
        assertThat(json.at("/stream/owners")).hasSize(2);
        assertThat(json.at("/flow/meanFlowTimeHours").asText()).isEqualTo("315.2429");
        assertThat(json.at("/flow/handoffs/total").asLong()).isEqualTo(19_087);
        assertThat(json.at("/handoffs/items/0/count").asLong()).isEqualTo(1_088);
        assertThat(json.path("partial")).isEmpty();
        assertThat(catalog.received())
                .hasSize(4)
                .allSatisfy(
                        sent -> {
                            assertThat(sent.header("Authorization")).isEqualTo(bearer);
                            assertThat(sent.header("traceparent")).isNotNull();
                        })
                .anySatisfy(
                        sent ->
                                assertThat(sent.uri())
                                        .isEqualTo(STREAM + "/flow?level=team&from=2016-01-01"));
    }

    @Test
    void callsDepartmentsByTheirNames() {
        catalog.json(
                STREAM + "/handoffs",
                200,
                "{\"total\":3,\"pairs\":1,\"items\":[{\"from\":\"it\",\"to\":\"night-shift\",\"count\":3}]}");
        var json = get(REPORT.replace("level=team", "level=department")).json();
        assertThat(texts(json.at("/stream/owners"))).containsExactly("it", "hr");
        assertThat(texts(json.at("/stream/ownerNames")))
                .containsExactly("Information Technology", "Human Resources");
        assertThat(json.at("/handoffs/items/0/from").asText()).isEqualTo("it");
        assertThat(json.at("/handoffs/items/0/fromName").asText())
                .isEqualTo("Information Technology");
        assertThat(json.at("/handoffs/items/0/toName").asText())
                .as("one that the catalog does not know")
                .isEqualTo("night-shift");
        assertThat(get(REPORT).json().at("/handoffs/items/0/fromName").asText())
                .as("a team may be called like a department's code")
                .isEqualTo("it");
    }

    @Test
    void readsTheNamesOfAsManyDepartmentsAsThereAre() {
        catalog.at(
                DEPARTMENTS,
                request ->
                        request.response()
                                .putHeader("Content-Type", "application/json")
                                .end(
                                        "a b=".equals(request.getParam("cursor"))
                                                ? "{\"items\":[{\"code\":\"it\",\"name\":\"Information Technology\"}],\"next\":null}"
                                                : "{\"items\":[{\"code\":\"hr\",\"name\":\"Human Resources\"}],\"next\":\"/api/catalog/v1/departments?limit=200&cursor=a%20b%3D\"}"));
        assertThat(texts(get(REPORT).json().at("/stream/ownerNames")))
                .containsExactly("Information Technology", "Human Resources");
    }

    @Test
    void callsDepartmentsByTheirCodesAndSaysSoWhenNamesDoNotCome() {
        catalog.json(DEPARTMENTS, 500, "{\"status\":500}");
        var json = get(REPORT).json();
        assertThat(texts(json.at("/stream/ownerNames"))).containsExactly("it", "hr");
        assertThat(json.at("/partial/0/part").asText()).isEqualTo("departments");
        assertThat(json.at("/partial/0/code").asText()).isEqualTo("refused");
    }

    @Test
    void saysInFrenchWhateverItSaysInEnglish() {
        var description = new Browser().get("/q/openapi?format=json").json();
        var operation = description.at("/paths/~1api~1reports~1v1~1flow-and-handoffs/get");
        var french = operation.at("/x-report/translations/fr");
        for (var text : new String[] {"title", "description", "audience", "question", "decision"}) {
            assertThat(french.path(text).asText()).as(text).isNotBlank();
        }
        var said = new TreeSet<String>();
        for (var schema : SCHEMAS) {
            said.addAll(saidBy(description.at("/components/schemas/" + schema)));
        }
        operation.path("parameters").forEach(parameter -> said.addAll(saidBy(parameter)));
        assertThat(said).contains("Ping-pong", "department", "Pairs shown at most");
        var labels = new TreeSet<String>();
        french.path("labels").fieldNames().forEachRemaining(labels::add);
        assertThat(labels).containsAll(said);
        french.path("labels").forEach(label -> assertThat(label.asText()).isNotBlank());
    }

    /** Titles, and the values of enumerations, wherever they are. */
    private static Set<String> saidBy(JsonNode node) {
        var said = new TreeSet<String>();
        if (node.path("title").isTextual()) {
            said.add(node.path("title").asText());
        }
        said.addAll(texts(node.path("enum")));
        node.forEach(part -> said.addAll(saidBy(part)));
        return said;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Test
    void asksForNoMoreThanItShowsAndSaysWhenThereIsMore() {
        assertThat(get(REPORT + "&limit=2").json().at("/handoffs/truncated").asBoolean()).isTrue();
        assertThat(catalog.received()).anyMatch(sent -> sent.uri().contains("limit=2"));
        assertThat(get(REPORT + "&limit=2", "Accept", "text/csv").body().lines())
                .contains("handoffs,pairs,,,1060,pairs,,", "handoffs,pairs-shown,,,2,pairs,,");
        assertThat(get(REPORT + "&limit=1").json().at("/handoffs/items"))
                .as("although the service sends more")
                .hasSize(1);
        catalog.json(STREAM + "/handoffs", 200, "{\"total\":0,\"pairs\":0,\"items\":[]}");
        assertThat(get(REPORT).json().at("/handoffs/truncated").isBoolean()).isTrue();
        assertThat(get(REPORT).json().at("/handoffs/truncated").asBoolean()).isFalse();
    }

    @Test
    void isATableForSpreadsheetsThatRunsNothing() {
        var table = get(REPORT, "Accept", "text/csv");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body().lines())
                .contains(
                        "part,measure,from,to,value,unit,from-name,to-name",
                        "stream,name,,,'=cmd|' /C calc'!A0,,,",
                        "flow,mean-flow-time,,,315.2429,hours,,",
                        "flow,p50-flow-time,,,26.0000,hours,,",
                        "flow,p85-flow-time,,,340.0000,hours,,",
                        "flow,p95-flow-time,,,1100.0000,hours,,",
                        "flow,sla-measured,,,24918,items,,",
                        "flow,sla-met,,,15000,items,,",
                        "flow,sla-met-share,,,0.602,ratio,,",
                        "stream,owners,,,it hr,,,",
                        "stream,owner-names,,,\"Information Technology, Human Resources\",,,",
                        "handoffs,count,Group 20,Group 70,1088,handoffs,Group 20,Group 70",
                        "handoffs,mean-wait,'@evil,'-1+2,1.5,hours,'@evil,'-1+2");
    }

    @Test
    void theFileOfATableTellsItsStreamAndDay() {
        assertThat(get(REPORT, "Accept", "text/csv").header("Content-Disposition"))
                .matches(
                        "attachment; filename=\"flow-and-handoffs_it-incidents_20\\d\\d-\\d\\d-\\d\\d\\.csv\"");
        assertThat(get(REPORT).header("Content-Disposition")).isNull();
    }

    @Test
    void theTableHasNoRowForTimesThatNobodyMeasured() {
        catalog.json(
                STREAM + "/flow",
                200,
                "{\"workItems\":1,\"done\":0,\"open\":1,\"events\":1,\"flowTime\":null,\"sla\":null}");
        assertThat(get(REPORT, "Accept", "text/csv").body())
                .contains("flow,open,,,1,items,,")
                .doesNotContain("p50-flow-time", "sla-");
    }

    @Test
    void everyFieldAndParameterHasATitleForPeople() {
        var description = new Browser().get("/q/openapi?format=json").json();
        var schemas = description.at("/components/schemas");
        for (var name : SCHEMAS) {
            assertThat(schemas.at("/" + name + "/properties")).as(name).isNotEmpty();
            schemas.at("/" + name + "/properties")
                    .properties()
                    .forEach(
                            field -> {
                                var at = name + "." + field.getKey();
                                assertThat(field.getValue().path("title").asText())
                                        .as(at)
                                        .isNotBlank();
                                assertThat(field.getValue().path("description").asText())
                                        .as(at)
                                        .doesNotContain("`");
                            });
        }
        assertThat(schemas.at("/ReportedFlowTimes/properties/p50/title").asText())
                .isEqualTo("Median flow time");
        description
                .at("/paths/~1api~1reports~1v1~1flow-and-handoffs/get/parameters")
                .forEach(
                        parameter ->
                                assertThat(parameter.at("/schema/title").asText())
                                        .as(parameter.path("name").asText())
                                        .isNotBlank());
    }

    @Test
    void namesAPartThatDoesNotComeInTime() {
        catalog.at(STREAM + "/flow", request -> {});
        var json = get(REPORT).json();
        assertThat(json.path("flow").isNull()).isTrue();
        assertThat(json.at("/handoffs/total").asLong()).isEqualTo(19_087);
        assertThat(json.at("/partial/0/part").asText()).isEqualTo("flow");
        assertThat(json.at("/partial/0/code").asText()).isEqualTo("no-answer-in-time");
        assertThat(json.at("/partial/0/reason").asText())
                .isEqualTo("The catalog service did not answer in time.");
        assertThat(get(REPORT, "Accept", "text/csv").body())
                .contains("partial,flow,,,The catalog service did not answer in time.,,,");
    }

    @Test
    void namesAPartThatFails() {
        catalog.json(STREAM + "/handoffs", 500, "{\"status\":500}");
        var json = get(REPORT).json();
        assertThat(json.at("/partial/0/part").asText()).isEqualTo("handoffs");
        assertThat(json.at("/partial/0/reason").asText()).contains("500");
        assertThat(json.at("/flow/events").asLong()).isEqualTo(141_712);
    }

    @Test
    void hasNothingToSayWhenNothingComes() {
        for (var part : new String[] {"", "/flow", "/handoffs"}) {
            catalog.json(STREAM + part, 503, "{\"status\":503}");
        }
        var answer = get(REPORT);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("type").asText()).isEqualTo("/docs/problems/unavailable");
    }

    @ParameterizedTest
    @CsvSource({"404, not-found", "403, not-allowed", "400, invalid-request"})
    void handsTheServicesOwnRefusalOn(int status, String code) {
        for (var part : new String[] {"", "/flow", "/handoffs"}) {
            catalog.json(
                    STREAM + part,
                    status,
                    "{\"type\":\"/docs/problems/%s\",\"title\":\"T\",\"status\":%d,\"detail\":\"No.\",\"errors\":[]}"
                            .formatted(code, status));
        }
        var answer = get(REPORT);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("type").asText()).isEqualTo("/docs/problems/" + code);
        assertThat(answer.json().path("detail").asText()).isEqualTo("No.");
    }

    @ParameterizedTest
    @CsvSource({
        "?level=team, stream",
        "?stream=, stream",
        "?stream=../x, stream",
        "?stream=a&level=person, level",
        "?stream=a&from=yesterday, from",
        "?stream=a&limit=1000000000, limit",
        "?stream=a&colour=red, colour",
        "?stream=a&stream=b, stream"
    })
    void namesTheParameterThatIsWrong(String query, String parameter) {
        var answer = get("/api/reports/v1/flow-and-handoffs" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/parameter").asText()).isEqualTo(parameter);
        assertThat(catalog.received()).isEmpty();
    }

    @Test
    void takesNoOtherMethodAndNoOtherFormat() {
        var post =
                new Browser()
                        .post(
                                "/api/reports/v1/flow-and-handoffs",
                                "{}",
                                "Authorization",
                                bearer,
                                "Content-Type",
                                "application/json");
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("Allow")).contains("GET");
        assertThat(get(REPORT, "Accept", "application/pdf").status()).isEqualTo(406);
        assertThat(get("/api/reports/v1/no-such-report").status()).isEqualTo(404);
    }

    private Browser.Answer get(String path, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = bearer;
        return new Browser().get(path, all);
    }
}
