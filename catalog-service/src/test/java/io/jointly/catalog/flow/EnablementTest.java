package io.jointly.catalog.flow;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The enablement scores on the real log, against plain loops over it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EnablementTest {
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

    @Test
    void scoresTheRealLog() throws Exception {
        var stream = Streams.create();
        RealLogTest.load(new LoadedLog(stream), "");
        asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(
                        """
                        {"stages":[%s,%s,%s]}
                        """
                                .formatted(
                                        stage("New", "manual"),
                                        stage("Work", "automated"),
                                        stage("Wait", "manual")))
                .patch(BASE + stream)
                .then()
                .statusCode(200);
        settings(
                stream,
                """
                {"baseline":{"from":"2016-03-01","to":"2016-04-01"},
                 "rules":[{"activity":"New","stage":"New"},{"activity":"Active","stage":"Work"},{"activity":"Awaiting*","stage":"Wait"}]}
                """);
        Streams.awaitFigures(stream);
        var journeys = RealJourney.all();
        for (var period : List.of("", "?from=2016-04-05&to=2016-05-20")) {
            var from = period.isEmpty() ? Instant.EPOCH : day("2016-04-05");
            var to = period.isEmpty() ? day("2100-01-01") : day("2016-05-20");
            var items = between(journeys, from, to);
            var baseline =
                    percentile(
                            hours(between(journeys, day("2016-03-01"), day("2016-04-01"))), 0.85);
            var hours = hours(items);
            var answer = get(stream, period);

            var into = new long[] {0, 0};
            var placed = 0L;
            for (var journey : items) {
                String last = null;
                for (var event : journey.events()) {
                    var stage = stageOf(event.state());
                    if (stage == null) {
                        continue;
                    }
                    if (last != null && !last.equals(stage)) {
                        into[0] += stage.equals("Work") ? 1 : 0;
                        into[1]++;
                    }
                    last = stage;
                }
                placed += last == null ? 0 : 1;
            }
            assertPart(answer, "automated-handoffs", into[0], into[1]);
            assertPart(answer, "automated-stages", 1, 2);
            assertPart(
                    answer,
                    "within-baseline",
                    hours.stream().filter(h -> h <= baseline + 1e-7).count(),
                    hours.size());
            assertPart(answer, "consistency", percentile(hours, 0.5), percentile(hours, 0.85));
            assertPart(
                    answer,
                    "sla-met",
                    items.stream().filter(RealJourney::slaMet).count(),
                    items.size());
            assertPart(answer, "classed", hours.size(), hours.size());
            assertPart(
                    answer,
                    "teams",
                    items.stream().filter(j -> !j.stays().isEmpty()).count(),
                    items.size());
            assertPart(answer, "departments", 0, items.size());
            assertPart(answer, "stages", placed, items.size());
            assertPart(answer, "sla", items.size(), items.size());
            assertPart(answer, "baseline", 1, 1);
            assertPart(answer, "joint-owners", 0, 1);

            assertThat(score(answer, "automation"))
                    .isCloseTo((double) into[0] / into[1], within(0.0001));
            for (var mean : List.of("reliability", "measurability")) {
                List<Map<String, Object>> parts = answer.getList("items");
                assertThat(score(answer, mean))
                        .isCloseTo(
                                parts.stream()
                                        .filter(p -> mean.equals(p.get("score")))
                                        .mapToDouble(p -> (double) p.get("value"))
                                        .average()
                                        .orElseThrow(),
                                within(0.0001));
            }
        }
        asReader()
                .accept("text/csv")
                .get(BASE + stream + "/enablement")
                .then()
                .statusCode(200)
                .body(startsWith("score,part,value,amount,of,"));
    }

    @Test
    void claimsNothingOfAStreamOfWhichNothingIsKnown() {
        var stream = Streams.create();
        asReader()
                .get(BASE + stream + "/enablement")
                .then()
                .statusCode(200)
                .body("scores.find { it.score == 'automation' }.value", nullValue())
                .body("scores.find { it.score == 'reliability' }.value", nullValue())
                .body("scores.find { it.score == 'measurability' }.value", equalTo(0.0f));
        asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(
                        "{\"stages\":[%s,%s]}"
                                .formatted(stage("A", "manual"), stage("B", "automated")))
                .patch(BASE + stream)
                .then()
                .statusCode(200);
        // Without observed handoffs the map speaks.
        asReader()
                .get(BASE + stream + "/enablement")
                .then()
                .body("scores.find { it.score == 'automation' }.value", equalTo(1.0f))
                .body("items.find { it.part == 'automated-handoffs' }.value", nullValue());
    }

    @Test
    void isAskedForWholeDays() {
        var stream = Streams.create();
        asReader()
                .get(BASE + stream + "/enablement?from=2026-01-01T10:00:00Z")
                .then()
                .statusCode(400);
        asReader().get(BASE + stream + "/enablement?team=it").then().statusCode(400);
        asReader().get(BASE + "nowhere/enablement").then().statusCode(404);
    }

    private static void assertPart(JsonPath answer, String name, double amount, double of) {
        var part = answer.getMap("items.find { it.part == '" + name + "' }");
        assertThat((double) part.get("amount")).as(name).isCloseTo(amount, within(0.001));
        assertThat((double) part.get("of")).as(name).isCloseTo(of, within(0.001));
        assertThat((double) part.get("value")).as(name).isCloseTo(amount / of, within(0.0001));
    }

    private static double score(JsonPath answer, String name) {
        return answer.getDouble("scores.find { it.score == '" + name + "' }.value");
    }

    private static String stageOf(String state) {
        return state.equals("New")
                ? "New"
                : state.equals("Active") ? "Work" : state.startsWith("Awaiting") ? "Wait" : null;
    }

    private static List<RealJourney> between(List<RealJourney> all, Instant from, Instant to) {
        return all.stream().filter(j -> !j.last().isBefore(from) && j.last().isBefore(to)).toList();
    }

    private static List<Double> hours(List<RealJourney> journeys) {
        return journeys.stream()
                .filter(RealJourney::done)
                .map(j -> Duration.between(j.first(), j.last()).toMillis() / 3_600_000.0)
                .sorted()
                .toList();
    }

    private static double percentile(List<Double> sorted, double share) {
        var place = share * (sorted.size() - 1);
        var below = (int) Math.floor(place);
        var above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    private static Instant day(String text) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static String stage(String name, String handoff) {
        return "{\"name\":\"%s\",\"department\":\"%s\",\"processTime\":\"PT1H\",\"leadTime\":\"PT5H\",\"completeAndAccurate\":0.9,\"handoff\":\"%s\"}"
                .formatted(name, Streams.DEPARTMENT, handoff);
    }

    private static void settings(String stream, String body) {
        asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch(BASE + stream + "/flow-settings")
                .then()
                .statusCode(200);
    }

    private static JsonPath get(String stream, String period) {
        return asReader()
                .get(BASE + stream + "/enablement" + period)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(DOUBLES);
    }
}
