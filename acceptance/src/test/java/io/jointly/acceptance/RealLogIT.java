package io.jointly.acceptance;

import static io.jointly.acceptance.suite.Api.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.RealLog;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real incident log, brought in as {@code ./jointly import} does it. */
@ExtendWith(Running.class)
@TestInstance(Lifecycle.PER_CLASS)
class RealLogIT {
    private static final String STREAM = CATALOG + "/value-streams/" + World.INCIDENTS;

    private final RunningSuite suite;
    private final Api api;

    RealLogIT(RunningSuite suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @BeforeAll
    void importTheLog() {
        Absent.unlessThere(RealLog.file(), "the real incident log (JOINTLY_REAL_DATA)");
        assertThat(RealLog.importInto(suite, World.INCIDENTS).accepted()).isTrue();
    }

    @Test
    void showsWhatTheLogHolds() {
        var flow = api.as("head-it").read(STREAM + "/flow?level=team");

        assertThat(flow.path("workItems").asInt()).isEqualTo(24_918);
        assertThat(flow.path("events").asInt()).isEqualTo(141_712);
        assertThat(flow.path("meanFlowTimeHours").asDouble()).isCloseTo(315.2429, within(0.0001));
        assertThat(flow.at("/handoffs/total").asInt()).isEqualTo(19_087);
        assertThat(flow.at("/handoffs/items").asInt()).isEqualTo(9_575);
        assertThat(flow.at("/handoffs/max").asInt()).isEqualTo(25);
        assertThat(flow.at("/pingPong/items").asInt()).isEqualTo(2_216);
        assertThat(flow.at("/pingPong/occurrences").asInt()).isEqualTo(3_675);
    }

    @Test
    void showsTheWorstHandoff() {
        var handoffs = api.as("head-it").read(STREAM + "/handoffs?level=team");

        assertThat(handoffs.path("pairs").asInt()).isEqualTo(1_060);
        assertThat(handoffs.at("/items/0/from").asText()).isEqualTo("Group 20");
        assertThat(handoffs.at("/items/0/to").asText()).isEqualTo("Group 70");
        assertThat(handoffs.at("/items/0/count").asInt()).isEqualTo(1_088);
        assertThat(handoffs.at("/items/0/meanWaitHours").asDouble())
                .isCloseTo(16.658, within(0.001));
    }

    @Test
    void reportsTheSameFigures() {
        var report =
                api.as("sponsor")
                        .get("/api/reports/v1/flow-and-handoffs?stream=" + World.INCIDENTS)
                        .expect(200)
                        .text();

        assertThat(report).contains("19087", "24918");
    }

    @Test
    void changesNothingWhenImportedAgain() {
        var again = RealLog.importInto(suite, World.INCIDENTS);

        assertThat(again.accepted()).isTrue();
        assertThat(again.lines())
                .anyMatch(line -> line.contains("0 accepted, 141,712 duplicates, 0 rejected"))
                .anyMatch(line -> line.startsWith("Nothing has changed"));
        assertThat(
                        api.as("head-it")
                                .read(STREAM + "/flow?level=team")
                                .at("/handoffs/total")
                                .asInt())
                .isEqualTo(19_087);
    }
}
