package io.jointly.governance.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How decisions are taken unless they say otherwise. */
@ConfigMapping(prefix = "jointly.decision")
interface DecisionConfig {
    /** Working time for votes: ten working days of eight hours. */
    @WithDefault("PT80H")
    Duration votingTime();
}
