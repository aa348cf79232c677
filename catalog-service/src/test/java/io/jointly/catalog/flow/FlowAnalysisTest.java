package io.jointly.catalog.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of periods, types and carriers on the real log, against plain loops over it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FlowAnalysisTest {
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

    private static String stream;
    private static List<RealJourney> journeys;

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
                "2016-04-10, -, -, -",
                "-, 2016-03-20, Category 26, -",
                "2016-03-04T10:30:00Z, 2016-05-05T07:15:00Z, -, -",
                "2016-03-01, 2016-06-01, -, Group 70",
                "2016-03-02, 2016-04-20, Category 46, Group 70",
            })
    void givesTheFiguresOfAnyPeriodTypeAndTeam(String from, String to, String type, String team) {
        var asked = new HashMap<String, String>();
        put(asked, "from", from);
        put(asked, "to", to);
        put(asked, "type", type);
        put(asked, "team", team);
        var expected =
                journeys.stream()
                        .filter(j -> from == null || !j.last().isBefore(instant(from)))
                        .filter(j -> to == null || j.last().isBefore(instant(to)))
                        .filter(j -> type == null || type.equals(j.type()))
                        .filter(j -> team == null || j.teams().contains(team))
                        .toList();
        assertThat(expected).isNotEmpty();

        var flow = get("/flow", asked);
        assertThat(flow.getLong("workItems")).isEqualTo(expected.size());
        assertThat(flow.getLong("events"))
                .isEqualTo(expected.stream().mapToLong(j -> j.events().size()).sum());
        var handoffs =
                expected.stream().mapToLong(j -> j.stays().size() - 1L).map(n -> Math.max(n, 0));
        assertThat(flow.getLong("handoffs.total")).isEqualTo(handoffs.sum());
        assertThat(flow.getLong("handoffs.max"))
                .isEqualTo(
                        expected.stream()
                                .mapToLong(j -> Math.max(0, j.stays().size() - 1))
                                .max()
                                .orElse(0));
        assertThat(flow.getLong("pingPong.items"))
                .isEqualTo(expected.stream().filter(j -> j.pingPongs() > 0).count());
        assertThat(flow.getLong("pingPong.occurrences"))
                .isEqualTo(expected.stream().mapToLong(RealJourney::pingPongs).sum());
        assertThat(flow.getLong("sla.met"))
                .isEqualTo(expected.stream().filter(RealJourney::slaMet).count());
        var seconds =
                expected.stream()
                        .filter(RealJourney::done)
                        .map(j -> (double) Duration.between(j.first(), j.last()).toSeconds())
                        .sorted()
                        .toList();
        for (var share : new int[] {50, 85, 95}) {
            assertThat(Duration.parse(flow.getString("flowTime.p" + share)).toMillis() / 1000.0)
                    .as("p" + share)
                    .isCloseTo(percentile(seconds, share / 100.0), within(0.01));
        }
        var pairs = get("/handoffs?limit=10000", asked).getList("items", Map.class);
        assertThat(pairs.stream().mapToLong(p -> number(p, "count").longValue()).sum())
                .isEqualTo(flow.getLong("handoffs.total"));
    }

    @Test
    void saysHowEachTeamTakesPart() {
        var expected = new HashMap<String, Map<String, Double>>();
        for (var journey : journeys) {
            var seen = new HashSet<String>();
            for (var i = 0; i < journey.stays().size(); i++) {
                var stay = journey.stays().get(i);
                var team = expected.computeIfAbsent(stay.team(), t -> new HashMap<>());
                add(team, "workItems", seen.add(stay.team()) ? 1 : 0);
                add(team, "stays", 1);
                add(team, "events", stay.events());
                add(team, "received", i > 0 ? 1 : 0);
                add(team, "given", i < journey.stays().size() - 1 ? 1 : 0);
                add(
                        team,
                        "returned",
                        i > 1 && journey.stays().get(i - 2).team().equals(stay.team()) ? 1 : 0);
                add(
                        team,
                        "totalWaitHours",
                        i == 0 ? 0 : hours(journey.stays().get(i - 1).to(), stay.from()));
                var until =
                        i < journey.stays().size() - 1
                                ? journey.stays().get(i + 1).from()
                                : stay.to();
                add(team, "held", hours(stay.from(), until));
            }
        }
        var carriers = get("/flow/carriers?limit=10000", Map.of()).getList("items", Map.class);
        assertThat(carriers).hasSize(expected.size());
        for (var carrier : carriers) {
            var team = expected.get(carrier.get("carrier"));
            for (var figure :
                    List.of(
                            "workItems",
                            "stays",
                            "events",
                            "received",
                            "given",
                            "returned",
                            "totalWaitHours")) {
                assertThat(number(carrier, figure).doubleValue())
                        .as(carrier.get("carrier") + " " + figure)
                        .isCloseTo(team.get(figure), within(0.001));
            }
            assertThat(number(carrier, "meanHeldHours").doubleValue())
                    .isCloseTo(team.get("held") / team.get("stays"), within(0.001));
        }
    }

    @Test
    void addsUpDaysAndMonthsOfAPeriodToTheSameAsItsEvents() {
        var carriers =
                get("/flow/carriers?limit=10000&from=2016-03-15&to=2016-05-10", Map.of())
                        .getList("items", Map.class);
        var expected =
                ending("2016-03-15", "2016-05-10").stream().mapToLong(j -> j.stays().size()).sum();
        assertThat(carriers.stream().mapToLong(c -> number(c, "stays").longValue()).sum())
                .isEqualTo(expected);
    }

    @Test
    void tellsWorkingTogetherFromHandingOver() {
        var together = new TreeMap<String, Integer>();
        var handed = new TreeMap<String, Integer>();
        for (var journey : journeys) {
            var teams = new ArrayList<>(journey.teams());
            for (var one : teams) {
                for (var other : teams) {
                    if (one.compareTo(other) < 0) {
                        together.merge(one + "|" + other, 1, Integer::sum);
                    }
                }
            }
            for (var i = 1; i < journey.stays().size(); i++) {
                var a = journey.stays().get(i - 1).team();
                var b = journey.stays().get(i).team();
                handed.merge(a.compareTo(b) < 0 ? a + "|" + b : b + "|" + a, 1, Integer::sum);
            }
        }
        var pairs = get("/flow/pairs?limit=10000", Map.of()).getList("items", Map.class);
        assertThat(pairs).hasSize(together.size());
        for (var pair : pairs) {
            var key = pair.get("one") + "|" + pair.get("other");
            assertThat(number(pair, "together").intValue()).as(key).isEqualTo(together.get(key));
            assertThat(
                            number(pair, "oneToOther").intValue()
                                    + number(pair, "otherToOne").intValue())
                    .as(key)
                    .isEqualTo(handed.getOrDefault(key, 0));
        }
    }

    @Test
    void saysHowEachTypeFlows() {
        var items = new HashMap<String, Integer>();
        journeys.forEach(j -> items.merge(j.type() == null ? "" : j.type(), 1, Integer::sum));
        var types = get("/flow/types?limit=10000", Map.of()).getList("items", Map.class);
        assertThat(types).hasSize(items.size());
        for (var type : types) {
            var name = type.get("type") == null ? "" : type.get("type");
            assertThat(number(type, "workItems").intValue()).isEqualTo(items.get(name));
        }
    }

    @Test
    void showsTheTrendBesideABaseline() {
        var points = get("/flow/trend?baselineFrom=2016-03-01&baselineTo=2016-04-01", Map.of());
        var months = points.getList("items", Map.class);
        var load = 0;
        for (var month : months) {
            var start = LocalDate.parse((String) month.get("from"));
            assertThat(month.get("to")).isEqualTo(start.plusMonths(1).toString());
            var arrived = count(j -> in(j.first(), start));
            var done = count(j -> in(j.last(), start));
            load += arrived - done;
            assertThat(number(month, "arrived").intValue()).isEqualTo(arrived);
            assertThat(number(month, "done").intValue()).isEqualTo(done);
            assertThat(number(month, "load").intValue()).isEqualTo(load);
            var seconds =
                    journeys.stream()
                            .filter(j -> in(j.last(), start))
                            .map(j -> (double) Duration.between(j.first(), j.last()).toSeconds())
                            .sorted()
                            .toList();
            if (!seconds.isEmpty()) {
                assertThat(number(month, "p85FlowTimeHours").doubleValue())
                        .isCloseTo(percentile(seconds, 0.85) / 3600, within(0.001));
            }
        }
        assertThat(load).isZero();
        assertThat(points.getLong("baseline.done"))
                .isEqualTo(count(j -> in(j.last(), LocalDate.parse("2016-03-01"))));
    }

    @Test
    void holdsTheTrendAgainstTheBaselineThatTheOwnersHaveSet() {
        Streams.asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"baseline\":{\"from\":\"2016-04-01\",\"to\":\"2016-05-01\"}}")
                .patch(Streams.BASE + stream + "/flow-settings")
                .then()
                .statusCode(200);
        var trend = get("/flow/trend?from=2016-03-01&to=2016-05-01", Map.of());
        assertThat(trend.getLong("baseline.done"))
                .isEqualTo(count(j -> in(j.last(), LocalDate.parse("2016-04-01"))));
        assertThat(trend.getList("items.from")).containsExactly("2016-03-01", "2016-04-01");
        assertThat(trend.getLong("items[1].done")).isEqualTo(trend.getLong("baseline.done"));
        assertThat(trend.getDouble("items[1].p85FlowTimeHours"))
                .isEqualTo(trend.getDouble("baseline.p85FlowTimeHours"));
    }

    @Test
    void refusesWhatIsNotKept() {
        for (var question :
                List.of(
                        "/flow/trend?from=2016-03-01T10:00:00Z",
                        "/flow/trend?from=2016-03-02&grain=month",
                        "/flow/trend?to=2016-03-02&grain=week",
                        "/work-items/INC0000045/events?cursor=LTU",
                        "/flow/types?team=Group%2070",
                        "/flow/pairs?type=x",
                        "/flow/trend?grain=year",
                        "/flow/trend?baselineFrom=2016-03-01",
                        "/handoffs?sort=-beauty",
                        "/work-items?handedFrom=a")) {
            Streams.asReader()
                    .urlEncodingEnabled(false)
                    .get(Streams.BASE + stream + question)
                    .then()
                    .statusCode(400)
                    .contentType(startsWith("application/problem+json"))
                    .body("type", equalTo("/docs/problems/invalid-request"));
        }
    }

    @Test
    void findsTheItemsOfAPair() {
        var expected =
                count(
                        j -> {
                            for (var i = 1; i < j.stays().size(); i++) {
                                if (j.stays().get(i - 1).team().equals("Group 20")
                                        && j.stays().get(i).team().equals("Group 70")) {
                                    return true;
                                }
                            }
                            return false;
                        });
        var page =
                get(
                        "/work-items?count=true&limit=1",
                        Map.of("handedFrom", "Group 20", "handedTo", "Group 70"));
        assertThat(page.getLong("total")).isEqualTo(expected);
    }

    private static int count(Predicate<RealJourney> which) {
        return (int) journeys.stream().filter(which).count();
    }

    private static List<RealJourney> ending(String from, String to) {
        return journeys.stream()
                .filter(j -> !j.last().isBefore(instant(from)) && j.last().isBefore(instant(to)))
                .toList();
    }

    private static boolean in(Instant time, LocalDate month) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC)).equals(YearMonth.from(month));
    }

    private static void put(Map<String, String> asked, String name, String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    private static void add(Map<String, Double> sums, String name, double value) {
        sums.merge(name, value, Double::sum);
    }

    private static Number number(Map<?, ?> row, String name) {
        return (Number) row.get(name);
    }

    private static double hours(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 3_600_000.0);
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

    private static JsonPath get(String what, Map<String, String> asked) {
        return Streams.asReader()
                .queryParams(asked)
                .get(Streams.BASE + stream + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(DOUBLES);
    }
}
