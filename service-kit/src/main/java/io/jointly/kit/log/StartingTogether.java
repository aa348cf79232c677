package io.jointly.kit.log;

import io.quarkus.logging.LoggingFilter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Leaves out of the log that the identity provider does not answer while everything starts at the
 * same time, which needs nobody's attention: it is asked again with the first request that has a
 * token. Once the start is over, the same words pass, stack trace and all.
 */
@LoggingFilter(name = "starting-together")
public final class StartingTogether implements Filter {
    /** Long enough for an identity provider that imports its realm on a busy machine. */
    static final Duration START = Duration.ofMinutes(2);

    @Override
    public boolean isLoggable(LogRecord entry) {
        return passes(entry, ManagementFactory.getRuntimeMXBean().getUptime());
    }

    /**
     * @param uptime milliseconds since this process began
     */
    static boolean passes(LogRecord entry, long uptime) {
        return uptime >= START.toMillis() || !ofAStart(entry);
    }

    /** Whether it is what Quarkus says when there is no answer; faults in settings are not. */
    static boolean ofAStart(LogRecord entry) {
        return entry.getLoggerName() != null
                && entry.getLoggerName().startsWith("io.quarkus.oidc.")
                && entry.getLevel().intValue() <= Level.WARNING.intValue()
                && entry.getMessage() != null
                && (entry.getMessage().contains("is not available")
                        || entry.getMessage().startsWith("Discovery request"));
    }
}
