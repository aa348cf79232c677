package io.jointly.catalog.eventlog;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/**
 * The text of a CSV body on its way to the parser: takes off the line {@code sep=;} that
 * spreadsheets put first, and watches the quotes, because a parser takes an unclosed one for a long
 * cell.
 */
final class CsvText extends FilterReader {
    private enum Place {
        CELL_BEGINS,
        IN_CELL,
        IN_QUOTES,
        AFTER_QUOTE
    }

    private final char delimiter;
    private final int skippedLines;
    private Place place = Place.CELL_BEGINS;
    private long line = 1;
    private long quoteOpenedAt;
    private boolean afterReturn;

    private CsvText(Reader in, char delimiter, int skippedLines) {
        super(in);
        this.delimiter = delimiter;
        this.skippedLines = skippedLines;
    }

    /**
     * @param delimiter as the mapping says; null when it says none
     */
    static CsvText of(Reader text, String delimiter) throws IOException {
        var pushback = new PushbackReader(text, 8);
        var first = new char[8];
        var length = 0;
        for (int read; length < 8 && (read = pushback.read(first, length, 8 - length)) > 0; ) {
            length += read;
        }
        var begin = new String(first, 0, length);
        var stated = begin.regionMatches(true, 0, "sep=", 0, 4) && length > 5;
        var lineEnd = stated ? begin.indexOf('\n', 5) : -1;
        if (lineEnd == 5 || (lineEnd == 6 && begin.charAt(5) == '\r')) {
            pushback.unread(first, lineEnd + 1, length - lineEnd - 1);
            return new CsvText(pushback, begin.charAt(4), 1);
        }
        pushback.unread(first, 0, length);
        return new CsvText(pushback, delimiter == null ? ',' : delimiter.charAt(0), 0);
    }

    char delimiter() {
        return delimiter;
    }

    /** The line of the body that a line of what is left of it was. */
    long line(long ofText) {
        return ofText + skippedLines;
    }

    /** Whether the text has ended, or been given up, within quotes. */
    boolean endsInQuotes() {
        return place == Place.IN_QUOTES;
    }

    long quoteOpenedAt() {
        return line(quoteOpenedAt);
    }

    @Override
    public int read() throws IOException {
        var c = super.read();
        if (c >= 0) {
            watch((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        for (var i = offset; i < offset + read; i++) {
            if (!isOrdinary(buffer[i])) {
                watch(buffer[i]);
            }
        }
        return read;
    }

    /** Most characters of a body only go on with what the one before them was in. */
    private boolean isOrdinary(char c) {
        return c > '"'
                && c != delimiter
                && !afterReturn
                && (place == Place.IN_CELL || place == Place.IN_QUOTES);
    }

    private void watch(char c) {
        if (c == '\n' ? !afterReturn : c == '\r') {
            line++;
        }
        afterReturn = c == '\r';
        if (place == Place.IN_QUOTES) {
            place = c == '"' ? Place.AFTER_QUOTE : Place.IN_QUOTES;
        } else if (c == '"' && place == Place.AFTER_QUOTE) {
            place = Place.IN_QUOTES; // two quotes stand for one
        } else if (c == '"' && place == Place.CELL_BEGINS) {
            place = Place.IN_QUOTES;
            quoteOpenedAt = line;
        } else {
            place = c == delimiter || c == '\n' || c == '\r' ? Place.CELL_BEGINS : Place.IN_CELL;
        }
    }
}
