package io.jointly.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.FakeService;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
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

    private final FakeService catalog = GatewayStack.catalog();
    private final String bearer = "Bearer " + GatewayStack.identity().tokenOf("sponsor");

    @BeforeEach
    void fillTheCatalog() {
        catalog.reset();
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
                .hasSize(3)
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
    void asksForNoMoreThanItShowsAndSaysWhenThereIsMore() {
        assertThat(get(REPORT + "&limit=2").json().at("/handoffs/truncated").asBoolean()).isTrue();
        assertThat(catalog.received()).anyMatch(sent -> sent.uri().contains("limit=2"));
        assertThat(get(REPORT + "&limit=2", "Accept", "text/csv").body().lines())
                .contains("handoffs,pairs,,,1060,pairs", "handoffs,pairs-shown,,,2,pairs");
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
                        "part,measure,from,to,value,unit",
                        "stream,name,,,'=cmd|' /C calc'!A0,",
                        "flow,mean-flow-time,,,315.2429,hours",
                        "flow,p50-flow-time,,,26.0000,hours",
                        "flow,p85-flow-time,,,340.0000,hours",
                        "flow,p95-flow-time,,,1100.0000,hours",
                        "flow,sla-measured,,,24918,items",
                        "flow,sla-met,,,15000,items",
                        "flow,sla-met-share,,,0.602,ratio",
                        "handoffs,count,Group 20,Group 70,1088,handoffs",
                        "handoffs,mean-wait,'@evil,'-1+2,1.5,hours");
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
                .contains("flow,open,,,1,items")
                .doesNotContain("p50-flow-time", "sla-");
    }

    @Test
    void everyFieldAndParameterHasATitleForPeople() {
        var description = new Browser().get("/q/openapi?format=json").json();
        var schemas = description.at("/components/schemas");
        for (var name :
                new String[] {
                    "FlowAndHandoffs",
                    "MissingPart",
                    "ReportedStream",
                    "ReportedFlow",
                    "ReportedFlowTimes",
                    "ReportedHandoffTotals",
                    "ReportedPingPong",
                    "ReportedSla",
                    "ReportedHandoffs",
                    "ReportedHandoff"
                }) {
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
        assertThat(json.at("/partial/0/reason").asText())
                .isEqualTo("The catalog service did not answer in time.");
        assertThat(get(REPORT, "Accept", "text/csv").body())
                .contains("partial,flow,,,The catalog service did not answer in time.,");
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
