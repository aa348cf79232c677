package io.jointly.catalog.flow;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs the organisation beside what changes it, on the real log against plain loops. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RunningAndChangingTest {
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);
    private static final String SPLIT = "/flow/running-and-changing";

    @Test
    void splitsTheRealLogByWhatItsOwnersSay() throws Exception {
        var stream = Streams.create();
        RealLogTest.load(new LoadedLog(stream), "");
        var journeys = RealJourney.all();
        var changing = Set.of("Category 26", "Category 42", "Category 46");
        change(stream, "\"0\"", changingTypes(changing)).statusCode(200);
        for (var period : List.of("", "?from=2016-04-05&to=2016-05-20", "?type=Category%2026")) {
            var asked =
                    journeys.stream()
                            .filter(
                                    j ->
                                            !period.contains("from")
                                                    || isIn(j, "2016-04-05", "2016-05-20"))
                            .filter(j -> !period.contains("type") || "Category 26".equals(j.type()))
                            .toList();
            var answer = split(stream, period);
            assertThat(answer.getBoolean("said")).isTrue();
            assertThat(answer.getList("items.kind")).containsExactly("running", "changing");
            var allActive = asked.stream().mapToDouble(RunningAndChangingTest::activeHours).sum();
            for (var kind : new int[] {0, 1}) {
                var items =
                        asked.stream().filter(j -> isChanging(changing, j) == (kind == 1)).toList();
                Map<String, Object> part = answer.getMap("items[" + kind + "]");
                assertThat(number(part, "workItems")).isEqualTo(items.size());
                assertThat(number(part, "done"))
                        .isEqualTo(items.stream().filter(RealJourney::done).count());
                assertThat(number(part, "workItemsShare"))
                        .isCloseTo((double) items.size() / asked.size(), within(0.0001));
                var flow =
                        items.stream()
                                .filter(RealJourney::done)
                                .mapToDouble(j -> hours(j.first(), j.last()))
                                .sum();
                assertThat(number(part, "flowTimeHours")).isCloseTo(flow, within(0.01));
                if (!items.isEmpty()) {
                    assertThat(number(part, "meanFlowTimeHours"))
                            .isCloseTo(flow / number(part, "done"), within(0.001));
                }
                var active = items.stream().mapToDouble(RunningAndChangingTest::activeHours).sum();
                assertThat(number(part, "activeTimeHours")).isCloseTo(active, within(0.01));
                assertThat(number(part, "activeTimeShare"))
                        .isCloseTo(active / allActive, within(0.0001));
                var types =
                        items.stream()
                                .filter(j -> j.type() != null)
                                .collect(
                                        Collectors.groupingBy(
                                                RealJourney::type, Collectors.counting()));
                assertThat(number(part, "typeCount")).isEqualTo(types.size());
                var named = names(part);
                assertThat(named).containsExactlyInAnyOrderElementsOf(types.keySet());
                assertThat(named.stream().map(types::get).toList())
                        .isSortedAccordingTo((one, other) -> Long.compare(other, one));
                assertThat(number(part, "withoutType"))
                        .isEqualTo(items.stream().filter(j -> j.type() == null).count());
            }
        }
        asReader()
                .accept("text/csv")
                .get(BASE + stream + SPLIT)
                .then()
                .statusCode(200)
                .body(startsWith("kind,workItems,done,workItemsShare,"));
    }

    @Test
    void showsNothingBeforeTheOwnersHaveSaidAndAtOnceWhatTheySay() {
        var stream = Streams.create();
        sendWork(stream);
        asReader().get(BASE + stream + "/flow-settings").then().body("changingTypes", nullValue());
        asReader()
                .get(BASE + stream + SPLIT)
                .then()
                .statusCode(200)
                .body("said", equalTo(false))
                .body("items", hasSize(0));

        change(stream, "\"0\"", "{\"changingTypes\":[\"Project\"]}")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("changingTypes", equalTo(List.of("Project")));
        asReader().get(BASE + stream + "/flow").then().body("recalculating", equalTo(false));
        asReader()
                .get(BASE + stream + SPLIT)
                .then()
                .body("items.workItems", equalTo(List.of(2, 1)))
                .body("items.types", equalTo(List.of(List.of("Incident"), List.of("Project"))))
                .body("items.withoutType", equalTo(List.of(1, 0)));

        change(stream, "\"1\"", "{\"changingTypes\":[]}").statusCode(200);
        asReader()
                .get(BASE + stream + SPLIT)
                .then()
                .body("said", equalTo(true))
                .body("items.workItems", equalTo(List.of(3, 0)))
                .body("items[1].meanFlowTimeHours", nullValue());

        // What is said of something else leaves it as it is; null takes it back.
        change(stream, "\"2\"", "{\"keepFor\":\"P90Y\"}")
                .statusCode(200)
                .body("changingTypes", equalTo(List.of()));
        change(stream, "\"3\"", "{\"changingTypes\":null}")
                .statusCode(200)
                .body("changingTypes", nullValue());
        asReader().get(BASE + stream + SPLIT).then().body("said", equalTo(false));
        given().auth()
                .oauth2(Tokens.admin())
                .queryParam("subject", "value-stream:" + stream)
                .get("/api/catalog/v1/audit")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.action == 'flow-settings.changed' }.before.changingTypes",
                        equalTo(List.of()));
    }

    @Test
    void keepsEffortUnknownUntilStatesAreClassed() {
        var stream = Streams.create();
        states(
                stream,
                "\"New\":null,\"Active\":null,\"Awaiting User Info\":null,\"Resolved\":null");
        change(stream, "*", "{\"changingTypes\":[\"Project\"]}").statusCode(200);
        send(
                        stream,
                        typed("A", "2026-02-01T09:00:00Z", "Active", "Incident")
                                + typed("A", "2026-02-01T10:00:00Z", "New", "Incident")
                                + typed("A", "2026-02-01T12:00:00Z", "Closed", "Incident")
                                + typed("P", "2026-02-01T09:00:00Z", "Active", "Project")
                                + typed("P", "2026-02-01T12:00:00Z", "Closed", "Project"))
                .statusCode(200);
        asReader()
                .get(BASE + stream + SPLIT)
                .then()
                .body("items.flowTimeHours", equalTo(List.of(3.0f, 3.0f)))
                .body("items.classedItems", equalTo(List.of(0, 0)))
                .body("items.activeTimeHours", equalTo(Arrays.asList(null, null)))
                .body("items.activeTimeShare", equalTo(Arrays.asList(null, null)));
        states(stream, "\"Active\":\"active\",\"New\":\"waiting\"");
        Streams.awaitFigures(stream);
        asReader()
                .get(BASE + stream + SPLIT)
                .then()
                .body("items.classedItems", equalTo(List.of(1, 1)))
                .body("items.activeTimeHours", equalTo(List.of(1.0f, 3.0f)))
                .body("items.activeTimeShare", equalTo(List.of(0.25f, 0.75f)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"Change\",\"Project\",\"Change\"] | /changingTypes/2",
                "[\" \"] | /changingTypes/0",
                "[null] | /changingTypes/0",
                "[\"LONG\"] | /changingTypes/0",
                "\"Change\" | /changingTypes",
            })
    void refusesTypesThatCannotBe(String types, String pointer) {
        var stream = Streams.create();
        change(stream, "*", "{\"changingTypes\":" + types.replace("LONG", "x".repeat(201)) + "}")
                .statusCode(400)
                .body("type", equalTo("/docs/problems/invalid-request"))
                .body("errors[0].pointer", startsWith(pointer));
        asReader().get(BASE + stream + "/flow-settings").then().body("version", equalTo(0));
    }

    @Test
    void refusesMoreTypesThanAnybodyCanLookOver() {
        var types = IntStream.range(0, 201).mapToObj(i -> "T" + i).collect(Collectors.toSet());
        change(Streams.create(), "*", changingTypes(types))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/changingTypes"));
    }

    @Test
    void isSaidByOwnersWhoSawTheLatestAndAskedForWholeDays() {
        var stream = Streams.create();
        var body = "{\"changingTypes\":[\"Project\"]}";
        change(stream, "\"0\"", body).statusCode(200);
        change(stream, "\"0\"", body).statusCode(412);
        given().auth()
                .oauth2(Tokens.head("somebody-else"))
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch(BASE + stream + "/flow-settings")
                .then()
                .statusCode(403);
        for (var question : List.of("?from=2026-01-01T10:00:00Z", "?team=it", "?grain=month")) {
            asReader().get(BASE + stream + SPLIT + question).then().statusCode(400);
        }
        asReader().get(BASE + "nowhere" + SPLIT).then().statusCode(404);
    }

    private static boolean isChanging(Set<String> changing, RealJourney journey) {
        return journey.type() != null && changing.contains(journey.type());
    }

    private static boolean isIn(RealJourney journey, String from, String to) {
        return !journey.last().isBefore(Instant.parse(from + "T00:00:00Z"))
                && journey.last().isBefore(Instant.parse(to + "T00:00:00Z"));
    }

    /** Time from each event in the one active state to the next event. */
    private static double activeHours(RealJourney journey) {
        if (!journey.done()) {
            return 0;
        }
        var hours = 0.0;
        for (var i = 1; i < journey.events().size(); i++) {
            var event = journey.events().get(i - 1);
            hours +=
                    event.state().equals("Active")
                            ? hours(event.at(), journey.events().get(i).at())
                            : 0;
        }
        return hours;
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 3_600_000.0;
    }

    private static double number(Map<String, Object> part, String name) {
        return ((Number) part.get(name)).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Map<String, Object> part) {
        return (List<String>) part.get("types");
    }

    private static String changingTypes(Set<String> types) {
        return "{\"changingTypes\":[%s]}"
                .formatted(
                        types.stream()
                                .map(type -> "\"" + type + "\"")
                                .collect(Collectors.joining(",")));
    }

    private static void sendWork(String stream) {
        send(
                        stream,
                        typed("A", "2026-02-01T09:00:00Z", "Closed", "Incident")
                                + typed("P", "2026-02-01T09:00:00Z", "Closed", "Project")
                                + event("N", "2026-02-01T09:00:00Z", "Closed", "it"))
                .statusCode(200);
    }

    private static String typed(String item, String at, String activity, String type) {
        return "{\"workItem\":\"%s\",\"occurredAt\":\"%s\",\"activity\":\"%s\",\"type\":\"%s\"}\n"
                .formatted(item, at, activity, type);
    }

    private static void states(String stream, String states) {
        asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"states\":{%s}}".formatted(states))
                .patch(BASE + stream)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse change(String stream, String version, String body) {
        return asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                .body(body)
                .patch(BASE + stream + "/flow-settings")
                .then();
    }

    private static JsonPath split(String stream, String period) {
        return asReader()
                .urlEncodingEnabled(false)
                .get(BASE + stream + SPLIT + period)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(DOUBLES);
    }
}
