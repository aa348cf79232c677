package io.jointly.local.command;

import io.jointly.local.Suite;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Secrets;
import java.time.Duration;

/** What a newcomer reads when everything is ready. */
final class Greeting {
    private Greeting() {}

    static void print(Suite suite, Duration took, boolean inBackground) {
        var out = System.out;
        out.printf("%nReady in %.1f s.%n", took.toMillis() / 1000.0);
        if (suite.parts().contains(PartName.GATEWAY)) {
            out.println("  Portal and API   " + suite.url());
            out.println("  API documents    " + suite.url() + "/swagger-ui");
        }
        if (suite.parts().contains(PartName.IDENTITY)) {
            out.println("  Sign-in          " + suite.realmUrl());
            out.println(
                    "  Demo users       head-it, head-hr, head-facilities, head-finance (a head for each");
            out.println(
                    "                   department), sponsor, admin; password "
                            + Secrets.DEMO_PASSWORD);
            out.println("  For integrators  ./jointly token integrator");
        }
        out.println("  Data and logs    " + suite.workspace().data());
        out.println(howToStop(inBackground));
        out.flush();
    }

    /** Ctrl-C reaches only a launcher that has kept its terminal. */
    static String howToStop(boolean inBackground) {
        return inBackground
                ? "It goes on in the background; stop it with ./jointly down."
                : "Stop with Ctrl-C or ./jointly down.";
    }
}
