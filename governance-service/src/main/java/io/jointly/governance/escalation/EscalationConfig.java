package io.jointly.governance.escalation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The policy along which escalations climb: how much working time each level has. */
@ConfigMapping(prefix = "jointly.escalation")
interface EscalationConfig {
    /** The peers' own step, unless the escalation says otherwise: two days of eight hours. */
    @WithDefault("PT16H")
    Duration peersStep();

    @WithDefault("PT8H")
    Duration headsStep();

    @WithDefault("PT16H")
    Duration boardStep();

    @WithDefault("PT16H")
    Duration sponsorStep();

    /** Part of a level's time after which it is warned, in percent. */
    @WithDefault("75")
    int warnAtPercent();

    /** Working time of a level above the peers. */
    default Duration stepOf(Level level) {
        return switch (level) {
            case PEERS -> peersStep();
            case HEADS -> headsStep();
            case BOARD -> boardStep();
            case SPONSOR -> sponsorStep();
        };
    }
}
