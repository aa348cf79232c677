package io.jointly.catalog.flow;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What becomes of rules and figures when the map changes, and which handoffs could be automated.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StagesOfFlowTest {
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

    @Test
    void keepsRulesAndFiguresWithAStageThatIsRenamed() {
        var stream = streamWithStages();
        sendJourney(stream);
        map(stream, stage("contract", "Sign"), stage("equip", "Equip"), stage("close", "Close"))
                .statusCode(200);
        asReader()
                .get(BASE + stream + "/flow-settings")
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("rules.stage", equalTo(List.of("Equip", "Sign", "Close")));
        Streams.awaitFigures(stream);
        asReader()
                .get(BASE + stream + "/handoffs?level=stage")
                .then()
                .body("items.find { it.from == 'Equip' }.to", equalTo("Sign"));
        asReader().get(BASE + stream + "/flow?stage=Contract").then().body("workItems", equalTo(0));
        // The same map once more changes nothing.
        map(stream, stage("contract", "Sign"), stage("equip", "Equip"), stage("close", "Close"))
                .statusCode(200);
        asReader().get(BASE + stream + "/flow-settings").then().body("version", equalTo(2));
    }

    @Test
    void followsTwoStagesThatTakeEachOthersNames() {
        var stream = streamWithStages();
        map(stream, stage("contract", "Equip"), stage("equip", "Contract"), stage("close", "Close"))
                .statusCode(200);
        asReader()
                .get(BASE + stream + "/flow-settings")
                .then()
                .body("rules.stage", equalTo(List.of("Contract", "Equip", "Close")));
    }

    @Test
    void refusesToRemoveAStageThatARuleNames() {
        var stream = streamWithStages();
        map(stream, stage("contract", "Contract"), stage("close", "Close"))
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/docs/problems/stage-named-by-rule"))
                .body("detail", containsString("Rule 1"))
                .body("detail", containsString("'Equip'"))
                .body("errors[0].pointer", equalTo("/stages"));
        asReader().get(BASE + stream).then().body("stages.size()", equalTo(3));
        settings(stream, "{\"rules\":[{\"team\":\"legal\",\"stage\":\"Contract\"}]}")
                .statusCode(200);
        map(stream, stage("contract", "Contract"), stage("close", "Close")).statusCode(200);
    }

    @Test
    void keepsTheMarkOfAStageWhenACallerLeavesItOut() {
        var stream = streamWithStages();
        map(
                        stream,
                        stage("contract", "Contract"),
                        stage("equip", "Equip").replace("}", ",\"handoff\":\"automated\"}"),
                        stage("close", "Close"))
                .statusCode(200)
                .body("stages.handoff", equalTo(List.of("manual", "automated", "manual")));
        map(stream, stage("contract", "Contract"), stage("equip", "Equip"), stage("close", "Close"))
                .body("stages.handoff", equalTo(List.of("manual", "automated", "manual")));
        map(stream, stage("equip", "Equip").replace("}", ",\"handoff\":\"by magic\"}"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/stages/0/handoff"));
    }

    @Test
    void ranksHandoffsByHandByTheirWaits() {
        var stream = streamWithStages();
        map(
                        stream,
                        stage("contract", "Contract"),
                        stage("equip", "Equip").replace("}", ",\"handoff\":\"automated\"}"),
                        stage("close", "Close"))
                .statusCode(200);
        var names = Map.of("order", "Equip", "sign", "Contract", "hand out", "Close");
        var waits = new HashMap<String, Double>();
        var counts = new HashMap<String, Integer>();
        var automated = 0;
        var random = new Random(20261122);
        var events = new StringBuilder();
        for (var item = 0; item < 60; item++) {
            var at = Instant.parse("2026-01-05T09:00:00Z").plusSeconds(item * 1000L);
            String last = null;
            for (var step = 0; step < 6; step++) {
                var activity = List.of("order", "sign", "hand out").get(random.nextInt(3));
                var wait = 60L + random.nextInt(90_000);
                var next = at.plusSeconds(wait);
                events.append(event("I" + item, next.toString(), activity, "it"));
                var name = names.get(activity);
                if (last != null && !last.equals(name)) {
                    if (name.equals("Equip")) {
                        automated++;
                    } else {
                        waits.merge(last + ">" + name, wait / 3600.0, Double::sum);
                        counts.merge(last + ">" + name, 1, Integer::sum);
                    }
                }
                last = name;
                at = next;
            }
        }
        send(stream, events.toString()).statusCode(200);
        for (var narrowed : List.of("", "?from=2026-01-01T00:00:01Z")) {
            var answer =
                    asReader()
                            .get(BASE + stream + "/flow/automation-candidates" + narrowed)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath(DOUBLES);
            List<Map<String, Object>> items = answer.getList("items");
            var ranked = new ArrayList<>(waits.keySet());
            ranked.sort(Comparator.comparing(waits::get).reversed());
            assertThat(items.stream().map(i -> i.get("from") + ">" + i.get("to")).toList())
                    .isEqualTo(ranked);
            var all = waits.values().stream().mapToDouble(w -> w).sum();
            for (var one : items) {
                var key = one.get("from") + ">" + one.get("to");
                assertThat(((Number) one.get("count")).intValue()).isEqualTo(counts.get(key));
                assertThat((double) one.get("totalWaitHours"))
                        .isCloseTo(waits.get(key), within(0.001));
                assertThat((double) one.get("waitShare"))
                        .isCloseTo(waits.get(key) / all, within(0.001));
                assertThat(one.get("toDepartment")).isEqualTo(Streams.DEPARTMENT);
            }
            assertThat(answer.getInt("automatedHandoffs")).isEqualTo(automated);
            assertThat(answer.getInt("manualHandoffs"))
                    .isEqualTo(counts.values().stream().mapToInt(c -> c).sum());
            assertThat(answer.getDouble("manualWaitHours")).isCloseTo(all, within(0.01));
        }
        asReader()
                .accept("text/csv")
                .get(BASE + stream + "/flow/automation-candidates?limit=1")
                .then()
                .statusCode(200)
                .body(startsWith("from,to,fromDepartment"));
        asReader()
                .get(BASE + stream + "/flow/automation-candidates?level=team")
                .then()
                .statusCode(400);
    }

    private static String stage(String key, String name) {
        return "{\"key\":\"%s\",\"name\":\"%s\",\"department\":\"%s\",\"processTime\":\"PT1H\",\"leadTime\":\"PT5H\",\"completeAndAccurate\":0.9}"
                .formatted(key, name, Streams.DEPARTMENT);
    }

    private static ValidatableResponse map(String stream, String... stages) {
        return asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"stages\":[" + String.join(",", stages) + "]}")
                .patch(BASE + stream)
                .then();
    }

    private static ValidatableResponse settings(String stream, String body) {
        return asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch(BASE + stream + "/flow-settings")
                .then();
    }

    private static String streamWithStages() {
        var stream = Streams.create();
        map(stream, stage("contract", "Contract"), stage("equip", "Equip"), stage("close", "Close"))
                .statusCode(200);
        settings(
                        stream,
                        """
                        {"rules":[{"activity":"order*","stage":"Equip"},{"activity":"sign*","stage":"Contract"},
                                  {"activity":"hand out","stage":"Close"}]}
                        """)
                .statusCode(200);
        return stream;
    }

    private static void sendJourney(String stream) {
        send(
                        stream,
                        event("A", "2026-01-05T09:00:00Z", "Order laptop", "it")
                                + event("A", "2026-01-05T10:00:00Z", "Sign contract", "legal")
                                + event("A", "2026-01-05T12:00:00Z", "Hand out", "it"))
                .statusCode(200);
    }
}
