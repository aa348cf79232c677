package io.jointly.catalog.flow;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How flow times and handoffs are spread on the real log, against plain loops over it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FlowDistributionTest {
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

    private static String stream;
    private static List<RealJourney> journeys;

    @Inject AgroalDataSource database;

    @BeforeEach
    void importTheLogOnce() throws Exception {
        if (stream == null) {
            var fresh = Streams.create();
            RealLogTest.load(new LoadedLog(fresh), "");
            journeys = RealJourney.all();
            stream = fresh;
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -",
                "2016-03-01, 2016-06-01, -, -",
                "-, 2016-03-20, Category 26, -",
                "2016-03-04T10:30:00Z, 2016-05-05T07:15:00Z, -, -",
                "2016-03-02, 2016-04-20, Category 46, Group 70",
            })
    void countsFlowTimesAndHandoffsByClass(String from, String to, String type, String team) {
        var asked = new HashMap<String, String>();
        put(asked, "from", from);
        put(asked, "to", to);
        put(asked, "type", type);
        put(asked, "team", team);
        var items =
                journeys.stream()
                        .filter(j -> from == null || !j.last().isBefore(instant(from)))
                        .filter(j -> to == null || j.last().isBefore(instant(to)))
                        .filter(j -> type == null || type.equals(j.type()))
                        .filter(j -> team == null || j.teams().contains(team))
                        .toList();
        var hours =
                items.stream()
                        .filter(RealJourney::done)
                        .map(j -> Duration.between(j.first(), j.last()).toMillis() / 3_600_000.0)
                        .sorted()
                        .toList();
        var flowTime = get(asked);
        assertSpread(flowTime, hours);
        assertThat(flowTime.getString("unit")).isEqualTo("hours");
        var flow = get("/flow", asked);
        for (var mark : List.of("p50", "p85", "p95")) {
            assertThat(flowTime.getDouble(mark))
                    .isCloseTo(
                            Duration.parse(flow.getString("flowTime." + mark)).toMillis()
                                    / 3_600_000.0,
                            within(0.0001));
        }
        List<Map<String, Object>> classes = flowTime.getList("items");
        for (var one : classes) {
            if (number(one, "from") > 0.01) {
                assertThat(number(one, "to") / number(one, "from"))
                        .as("a quarter octave")
                        .isCloseTo(Math.pow(2, 0.25), within(0.001));
            }
        }

        asked.put("measure", "handoffs");
        var handoffs = get(asked);
        assertSpread(
                handoffs,
                items.stream()
                        .filter(j -> !j.stays().isEmpty())
                        .map(j -> j.stays().size() - 1.0)
                        .sorted()
                        .toList());
        assertThat(handoffs.getString("unit")).isEqualTo("handoffs");
    }

    /** Every class has the items between its bounds, the classes have no gap and lose nobody. */
    private static void assertSpread(JsonPath answer, List<Double> sorted) {
        List<Map<String, Object>> classes = answer.getList("items");
        assertThat(answer.getLong("workItems")).isEqualTo(sorted.size());
        assertThat(classes.size()).isGreaterThan(3);
        var below = 0L;
        Double end = null;
        for (var one : classes) {
            var from = number(one, "from");
            var to = number(one, "to");
            if (end != null) {
                assertThat(from).isEqualTo(end);
            }
            end = to;
            var expected = sorted.stream().filter(v -> v >= from && v < to).count();
            below += expected;
            assertThat((long) number(one, "workItems")).as(one.toString()).isEqualTo(expected);
            assertThat(number(one, "share"))
                    .isCloseTo((double) expected / sorted.size(), within(0.0001));
            assertThat(number(one, "cumulativeShare"))
                    .isCloseTo((double) below / sorted.size(), within(0.0001));
        }
        assertThat(below).isEqualTo(sorted.size());
        for (var share : new int[] {50, 85, 95}) {
            assertThat(answer.getDouble("p" + share))
                    .as("p" + share)
                    .isCloseTo(percentile(sorted, share / 100.0), within(0.001));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, ''",
        "3, ''",
        "4, ''",
        "6, ''",
        "3, 2016-04-05",
        "5, 2016-04-05T08:30:00Z",
    })
    void countsPingPongFromSoManyAlternations(int alternations, String from) {
        var items =
                journeys.stream()
                        .filter(j -> from.isEmpty() || !j.last().isBefore(instant(from)))
                        .toList();
        var bouncing = 0;
        var occurrences = 0;
        for (var journey : items) {
            var runs = 0;
            var teams = journey.stays().stream().map(RealJourney.Stay::team).toList();
            for (var end = alternations; end < teams.size(); end++) {
                var run = true;
                for (var at = end - alternations + 2; at <= end; at++) {
                    run &= teams.get(at).equals(teams.get(at - 2));
                }
                runs += run ? 1 : 0;
            }
            occurrences += runs;
            bouncing += runs > 0 ? 1 : 0;
        }
        var asked = new HashMap<String, String>();
        put(asked, "from", from.isEmpty() ? null : from);
        asked.put("alternations", Integer.toString(alternations));
        var flow = get("/flow", asked);
        assertThat(flow.getInt("pingPong.alternations")).isEqualTo(alternations);
        assertThat(flow.getInt("pingPong.items")).isEqualTo(bouncing);
        assertThat(flow.getInt("pingPong.occurrences")).isEqualTo(occurrences);
        assertThat(flow.getDouble("pingPong.share"))
                .isCloseTo((double) bouncing / items.size(), within(0.0001));
        assertThat(flow.getInt("workItems")).isEqualTo(items.size());
        if (alternations < 5) {
            assertThat(occurrences).isPositive();
        }
    }

    @Test
    void refusesPingPongOfNoOrTooManyAlternations() {
        for (var wrong : List.of("1", "51", "many")) {
            asReader()
                    .get(BASE + stream + "/flow?alternations=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/docs/problems/invalid-request"));
        }
    }

    @Test
    void hasNoClassesWhereThereIsNothing() {
        var empty = Streams.create();
        for (var measure : List.of("flow-time", "handoffs")) {
            asReader()
                    .get(BASE + empty + "/flow/distribution?measure=" + measure)
                    .then()
                    .statusCode(200)
                    .body("workItems", equalTo(0))
                    .body("p85", nullValue())
                    .body("items", equalTo(List.of()));
        }
    }

    @Test
    void putsAHundredHandoffsAndMoreIntoOneClass() {
        var fresh = Streams.create();
        var events = new StringBuilder();
        for (var i = 0; i <= 120; i++) {
            events.append(
                    event(
                            "Long",
                            "2026-01-01T10:%02d:%02dZ".formatted(i / 60, i % 60),
                            "a",
                            "t" + i % 2));
        }
        events.append(event("Short", "2026-01-01T10:00:00Z", "a", "t1"));
        send(fresh, events.toString()).statusCode(200);
        asReader()
                .get(BASE + fresh + "/flow/distribution?measure=handoffs")
                .then()
                .body("items.size()", equalTo(101))
                .body("items[100].from", equalTo(100.0f))
                .body("items[100].to", nullValue())
                .body("items[100].workItems", equalTo(1))
                .body("items[100].cumulativeShare", equalTo(1.0f))
                .body("p50", equalTo(60.0f));
    }

    @Test
    void answersAsCsvAndRefusesWhatItDoesNotKnow() {
        asReader()
                .accept("text/csv")
                .get(BASE + stream + "/flow/distribution")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("from,to,workItems,share,cumulativeShare"));
        asReader()
                .get(BASE + stream + "/flow/distribution?measure=beauty")
                .then()
                .statusCode(400)
                .body("type", equalTo("/docs/problems/invalid-request"));
        asReader().get(BASE + "nowhere/flow/distribution").then().statusCode(404);
    }

    @Test
    void saysInEveryAnswerThatAChangeIsBeingWorkedOut() throws Exception {
        var fresh = Streams.create();
        send(fresh, event("A", "2026-01-05T09:00:00Z", "Order", "it")).statusCode(200);
        var answers =
                List.of(
                        "/flow",
                        "/handoffs",
                        "/flow/carriers",
                        "/flow/types",
                        "/flow/pairs",
                        "/flow/trend",
                        "/flow/distribution",
                        "/handoffs?limit=1000");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // As if another replica had taken the work over: nobody else does it meanwhile.
            statement.execute(
                    "SELECT pg_advisory_xact_lock(4713, id::integer) FROM value_stream WHERE code = '%s'"
                            .formatted(fresh));
            asOwner()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body("{\"states\":{\"Order\":\"done\"}}")
                    .patch(BASE + fresh)
                    .then()
                    .statusCode(200);
            for (var answer : answers) {
                asReader().get(BASE + fresh + answer).then().body("recalculating", equalTo(true));
            }
            connection.rollback();
        }
        Streams.awaitFigures(fresh);
        for (var answer : answers) {
            asReader().get(BASE + fresh + answer).then().body("recalculating", equalTo(false));
        }
    }

    @Test
    void countsOnlyOpenWorkOfTheTypeAskedFor() {
        var fresh = Streams.create();
        var order =
                "{\"workItem\":\"%s\",\"occurredAt\":\"2026-01-0%dT09:00:00Z\",\"activity\":\"a\",\"team\":\"it\",\"type\":\"%s\"}\n";
        send(
                        fresh,
                        order.formatted("A", 5, "order")
                                + order.formatted("B", 6, "order")
                                + order.formatted("C", 4, "defect"))
                .statusCode(200);
        asReader()
                .get(BASE + fresh + "/flow/carriers?type=order")
                .then()
                .body("items[0].openNow", equalTo(2))
                .body("items[0].oldestOpenSince", equalTo("2026-01-05T09:00:00Z"));
        asReader()
                .get(BASE + fresh + "/flow/carriers?type=order&from=2026-01-06")
                .then()
                .body("items[0].workItems", equalTo(1))
                .body("items[0].openNow", equalTo(2));
        asReader().get(BASE + fresh + "/flow/carriers").then().body("items[0].openNow", equalTo(3));
    }

    private static void put(Map<String, String> asked, String name, String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    private static double number(Map<?, ?> row, String name) {
        return ((Number) row.get(name)).doubleValue();
    }

    private static Instant instant(String text) {
        return text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static double percentile(List<Double> sorted, double share) {
        var place = share * (sorted.size() - 1);
        var below = (int) Math.floor(place);
        var above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    private static JsonPath get(Map<String, String> asked) {
        return get("/flow/distribution", asked);
    }

    private static JsonPath get(String what, Map<String, String> asked) {
        return asReader()
                .queryParams(asked)
                .get(BASE + stream + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(DOUBLES);
    }
}
