package io.jointly.acceptance;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** Things that a machine may lack, but the build server may not. */
final class Absent {
    private Absent() {}

    /**
     * Goes on only with the thing there; without it the test is left out, and with CI=true fails.
     */
    static void unlessThere(Optional<?> thing, String name) {
        if (thing.isPresent()) {
            return;
        }
        var reason = "Left out, because this machine lacks " + name + ".";
        if ("true".equals(System.getenv("CI"))) {
            fail(reason + " With CI=true that is a failure.");
        }
        System.out.println(reason);
        assumeTrue(false, reason);
    }
}
