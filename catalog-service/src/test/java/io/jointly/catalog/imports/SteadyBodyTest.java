package io.jointly.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SteadyBodyTest {
    @Test
    void givesUpOnASenderThatDrips() {
        assertThatExceptionOfType(ImportProblem.TooSlow.class)
                .isThrownBy(
                        () ->
                                new SteadyBody(dripping(), Duration.ofMillis(50), 100)
                                        .readAllBytes());
    }

    @Test
    void passesOnWhateverComesFastEnough() throws IOException {
        var content = new byte[100_000];
        content[99_999] = -1;
        var body = new SteadyBody(new ByteArrayInputStream(content), Duration.ofSeconds(30), 100);
        assertThat(body.readAllBytes()).isEqualTo(content);
    }

    /** A byte every ten milliseconds, for ever. */
    private static InputStream dripping() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    Thread.sleep(10);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                buffer[offset] = 'x';
                return 1;
            }
        };
    }
}
