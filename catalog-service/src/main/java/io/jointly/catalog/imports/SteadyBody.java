package io.jointly.catalog.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body that has to keep coming: one that drips would hold its place among the imports for hours.
 */
final class SteadyBody extends FilterInputStream {
    private final long window;
    private final long least;
    private long waited;
    private long bytes;

    SteadyBody(InputStream in) {
        this(in, Duration.ofSeconds(30), 30 * 1024);
    }

    /**
     * @param least how many bytes have to come within a window of waiting for them
     */
    SteadyBody(InputStream in, Duration window, long least) {
        super(in);
        this.window = window.toNanos();
        this.least = least;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var start = System.nanoTime();
        var read = super.read(buffer, offset, length);
        waited += System.nanoTime() - start; // only the sender's time counts, not ours
        bytes += Math.max(0, read);
        if (waited >= window && read >= 0) {
            if (bytes < least) {
                throw new ImportProblem.TooSlow();
            }
            waited = 0;
            bytes = 0;
        }
        return read;
    }
}
