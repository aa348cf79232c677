package io.jointly.catalog.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.jointly.catalog.Streams;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.util.List;
import java.util.Map;

/** A real log in a stream of its own, and the figures that the product gives of it. */
record LoadedLog(String stream) {
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

    static LoadedLog none() {
        return new LoadedLog(Streams.create());
    }

    /**
     * Imports a log of which every event is good.
     *
     * @param packed by gzip
     */
    JsonPath load(String source, String contentType, String mapping, byte[] packed) {
        return Streams.asIntegrator()
                .contentType(contentType)
                .header("Content-Encoding", "gzip")
                .queryParam("source", source)
                .queryParam("mapping", mapping)
                .body(packed)
                .post(Streams.BASE + stream + "/events")
                .then()
                .statusCode(200)
                .body("rejected", equalTo(0))
                .extract()
                .jsonPath(DOUBLES);
    }

    JsonPath get(String what) {
        return Streams.asReader()
                .get(Streams.BASE + stream + "/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(DOUBLES);
    }

    /** Whether the product's figures by team are those of an independent computation. */
    void assertAgrees(List<IndependentFigures.Event> events) {
        var expected = new IndependentFigures(events, IndependentFigures.Event::team);
        var flow = get("flow");
        assertThat(flow.getLong("workItems")).isEqualTo(expected.items);
        assertThat(flow.getLong("handoffs.total")).isEqualTo(expected.handoffs);
        assertThat(flow.getLong("handoffs.items")).isEqualTo(expected.itemsWithHandoffs);
        assertThat(flow.getLong("handoffs.max")).isEqualTo(expected.mostHandoffs);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(expected.pingPongItems);
        assertThat(flow.getLong("pingPong.occurrences")).isEqualTo(expected.pingPongs);
        assertThat(flow.getLong("rework.events")).isEqualTo(expected.reworkedEvents);
        assertThat(flow.getDouble("meanFlowTimeHours"))
                .isCloseTo(expected.meanFlowHours, within(0.0001));
        List<Map<String, Object>> pairs = get("handoffs?limit=10000").getList("items");
        assertThat(pairs).hasSize(expected.waitHours.size());
        for (var pair : pairs) {
            var key =
                    new IndependentFigures.Pair((String) pair.get("from"), (String) pair.get("to"));
            assertThat(((Number) pair.get("count")).intValue())
                    .as(key.toString())
                    .isEqualTo(expected.waitHours.get(key).size());
            assertThat(((Number) pair.get("meanWaitHours")).doubleValue())
                    .as(key.toString())
                    .isCloseTo(expected.meanWaitHours(key), within(0.0001));
            assertThat(((Number) pair.get("p85WaitHours")).doubleValue())
                    .as(key.toString())
                    .isCloseTo(expected.waitPercentileHours(key, 0.85), within(0.0001));
        }
    }
}
