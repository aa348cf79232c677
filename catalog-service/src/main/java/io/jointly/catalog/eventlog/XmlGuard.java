package io.jointly.catalog.eventlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds what the XML parser may hold at once: it keeps each tag, comment and text whole, and the
 * standard sets none of them a length.
 */
final class XmlGuard extends FilterInputStream {
    private final long most;
    private long sincePiece;
    private IOException broken;

    /**
     * @param most bytes of one piece of markup, besides what the parser reads ahead
     */
    XmlGuard(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** The parser has handed out a piece of markup and begins another. */
    void piece() {
        sincePiece = 0;
    }

    /** What kept the body from coming; null when nothing did. */
    IOException broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            var read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    private void count(int read) {
        sincePiece += read;
        if (sincePiece > most) {
            throw new BodyProblem.BrokenXes(
                    "a tag, value or comment is longer than %d bytes".formatted(most));
        }
    }
}
