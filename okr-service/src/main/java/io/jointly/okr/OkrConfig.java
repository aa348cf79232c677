package io.jointly.okr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of the OKR service. */
@ConfigMapping(prefix = "okr")
public interface OkrConfig {
    /** How long a key result may go without a check-in before it waits for its owners. */
    @WithDefault("P14D")
    Duration staleAfter();

    /** How often we look whether catalog has measured anew; {@code off} never. */
    String followEvery();

    /** How often links that could not be verified are tried again; {@code off} never. */
    String verifyEvery();
}
