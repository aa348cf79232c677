package io.jointly.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartingTogetherTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "io.quarkus.oidc.common.runtime.OidcCommonUtils|OIDC Server is not available:",
                "io.quarkus.oidc.common.runtime.OidcCommonUtils|Discovery request %s has failed, status code: %d, error message: %s",
                "io.quarkus.oidc.runtime.OidcRecorder|Tenant '%s': '%s'. OIDC server is not available yet, an attempt to connect will be made during the first request.",
                "io.quarkus.oidc.client.runtime.OidcClientRecorder|OIDC server is not available at the '%s' URL."
            })
    void knowsWhatIsSaidWhileTheIdentityProviderStarts(String logger, String text) {
        assertThat(StartingTogether.ofAStart(entry(logger, Level.WARNING, text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "io.quarkus.oidc.runtime.OidcRecorder|WARNING|Session age extension will not be effective",
                "io.quarkus.oidc.common.runtime.OidcCommonUtils|SEVERE|OIDC Server is not available:",
                "io.jointly.kit.feed.FeedFollower|WARNING|OIDC Server is not available:",
                "|WARNING|OIDC Server is not available:"
            })
    void letsEverythingElsePass(String logger, String level, String text) {
        var entry = entry(logger, Level.parse(level), text);
        assertThat(StartingTogether.ofAStart(entry)).isFalse();
        assertThat(new StartingTogether().isLoggable(entry)).isTrue();
    }

    @Test
    void isQuietForTheStartOnly() {
        var start = StartingTogether.START.toMillis();
        var entry =
                entry("io.quarkus.oidc.runtime.OidcRecorder", Level.WARNING, "X is not available");
        assertThat(StartingTogether.passes(entry, 0)).isFalse();
        assertThat(StartingTogether.passes(entry, start - 1)).isFalse();
        assertThat(StartingTogether.passes(entry, start)).isTrue();
    }

    private static LogRecord entry(String logger, Level level, String text) {
        var entry = new LogRecord(level, text);
        entry.setLoggerName(logger);
        return entry;
    }
}
