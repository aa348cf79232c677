package io.jointly.acceptance.trust;

import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import java.util.List;
import java.util.function.Supplier;

/**
 * The promises at full size. {@code -Djointly.trust=S1,C2} chooses some of them, {@code
 * -Djointly.trust.scale=0.1} makes them smaller.
 */
public final class Trust {
    private static final double SCALE =
            Double.parseDouble(System.getProperty("jointly.trust.scale", "1"));

    private Trust() {}

    public static void main(String[] names) {
        var chosen = List.of(System.getProperty("jointly.trust", "S1,S2,C1,C2,C5").split(","));
        try (var suite = RunningSuite.start(false)) {
            World.of(suite.api());
            show(chosen, "S1", () -> AuthorisationMatrix.run(suite));
            show(chosen, "S2", () -> PathEncodings.run(suite, 1));
            show(
                    chosen,
                    "C1",
                    () -> LostUpdates.run(suite, new LostUpdates.Size(64, 50, scaled(100_000))));
            show(
                    chosen,
                    "C2",
                    () ->
                            IdempotentCreates.run(
                                    suite,
                                    new IdempotentCreates.Size(scaled(10_000), 3, 10, scaled(20))));
            show(chosen, "C5", () -> KilledMidWrite.run(suite, scaled(200)));
        }
    }

    private static void show(List<String> chosen, String name, Supplier<Object> test) {
        if (chosen.contains(name)) {
            System.out.println(test.get());
        }
    }

    private static int scaled(int full) {
        return Math.max(1, (int) (full * SCALE));
    }
}
