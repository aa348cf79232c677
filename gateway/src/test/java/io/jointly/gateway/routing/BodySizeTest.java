package io.jointly.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Imports stream whatever their size; other bodies are bounded. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class BodySizeTest extends ProxyTest {
    private static final String EVENTS = STREAM + "/events";
    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    @Test
    void streamsAnImportOfAnySize() {
        var size = 60_000_000;
        var answer =
                caller.send(
                        "POST",
                        EVENTS + "?source=snow",
                        HttpRequest.BodyPublishers.ofInputStream(() -> zeros(size)),
                        "Authorization",
                        bearer,
                        "Content-Type",
                        "application/x-ndjson");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(catalog.bytes()).isEqualTo(size);
    }

    @Test
    void sendsAnImportOnWhileItIsStillComing() {
        var arrivedMeanwhile = new AtomicInteger(-1);
        var body =
                new InputStream() {
                    private int read;

                    @Override
                    public int read() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        if (read >= 4_000_000) {
                            if (arrivedMeanwhile.get() < 0) {
                                arrivedMeanwhile.set((int) awaitBytes(1_000_000));
                            }
                            return -1;
                        }
                        read += length;
                        return length;
                    }
                };
        caller.send(
                "POST",
                EVENTS,
                HttpRequest.BodyPublishers.ofInputStream(() -> body),
                "Authorization",
                bearer);
        assertThat(arrivedMeanwhile.get()).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void refusesALargeBodyElsewhereWhetherItsLengthIsSaidOrNot() {
        var declared = post(STREAM, new byte[TWO_MEGABYTES + 1]);
        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.json().path("type").asText()).isEqualTo("/docs/problems/too-large");
        assertThat(catalog.bytes()).isZero();
        var chunked =
                caller.send(
                        "POST",
                        STREAM,
                        HttpRequest.BodyPublishers.ofInputStream(() -> zeros(TWO_MEGABYTES * 2)),
                        "Authorization",
                        bearer);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(catalog.received()).as("no whole request reached the service").isEmpty();
        assertThat(post(STREAM, new byte[TWO_MEGABYTES]).status()).isEqualTo(200);
    }

    private long awaitBytes(long wanted) {
        for (var i = 0; i < 100 && catalog.bytes() < wanted; i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return catalog.bytes();
    }

    private static InputStream zeros(int size) {
        return new InputStream() {
            private int left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                var now = Math.min(left, length);
                left -= now;
                return now;
            }
        };
    }
}
