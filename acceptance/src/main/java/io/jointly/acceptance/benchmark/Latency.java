package io.jointly.acceptance.benchmark;

import io.jointly.acceptance.suite.Api;
import java.util.Arrays;

/** How long one kind of request takes, at the middle and at the worst of a hundred. */
record Latency(String name, double p50, double p99) {
    private static final int WARM_UP = 200;

    static Latency of(String name, Api api, String path, int calls) {
        var millis = new double[calls];
        for (int i = -WARM_UP; i < calls; i++) {
            var begun = System.nanoTime();
            api.as("head-it").get(path).expect(200);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        return new Latency(name, millis[calls / 2], millis[(int) (calls * 0.99)]);
    }

    @Override
    public String toString() {
        return "  %-10s p50 %7.2f ms   p99 %7.2f ms".formatted(name, p50, p99);
    }
}
