package io.jointly.acceptance.benchmark;

import io.jointly.acceptance.suite.RealLog;
import io.jointly.local.importing.EventLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * A log of any size made of the real one: each work item is a row of real journeys, one after the
 * other, until it has twenty events, and begins at some time within three years. The same seed
 * gives the same log.
 */
final class ResampledLog {
    private static final int EVENTS_PER_ITEM = 20;
    private static final long MINUTES = 3L * 365 * 24 * 60;
    private static final LocalDateTime START = LocalDateTime.of(2022, 1, 1, 0, 0);
    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");

    /** A row without its number, cut at its time. */
    private record Row(long minute, String before, String after) {}

    private final String header;
    private final List<List<Row>> journeys;

    private ResampledLog(String header, List<List<Row>> journeys) {
        this.header = header;
        this.journeys = journeys;
    }

    static ResampledLog read() throws IOException {
        var items = new LinkedHashMap<String, List<Row>>();
        try (var log = EventLog.open(RealLog.file().orElseThrow());
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        log.gzipped()
                                                ? new GZIPInputStream(log.body())
                                                : log.body(),
                                        StandardCharsets.UTF_8))) {
            var header = lines.readLine();
            var time = Arrays.asList(header.split(",", -1)).indexOf("sys_updated_at");
            for (String line; (line = lines.readLine()) != null; ) {
                var cells = line.split(",", -1);
                var before = String.join(",", Arrays.asList(cells).subList(1, time));
                var after = String.join(",", Arrays.asList(cells).subList(time + 1, cells.length));
                var at = LocalDateTime.parse(cells[time], TIMES);
                items.computeIfAbsent(cells[0], number -> new ArrayList<>())
                        .add(new Row(ChronoUnit.MINUTES.between(START, at), before, after));
            }
            return new ResampledLog(header, List.copyOf(items.values()));
        }
    }

    /** Made while it is read, so that a large one takes no room. */
    InputStream of(long events, long seed) {
        return new InputStream() {
            private final Random random = new Random(seed);
            private byte[] chunk = (header + "\n").getBytes(StandardCharsets.UTF_8);
            private int next;
            private long made;
            private long item;

            @Override
            public int read() {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (next == chunk.length) {
                    if (made >= events) {
                        return -1;
                    }
                    chunk = more().getBytes(StandardCharsets.UTF_8);
                    next = 0;
                }
                var count = Math.min(length, chunk.length - next);
                System.arraycopy(chunk, next, buffer, offset, count);
                next += count;
                return count;
            }

            private String more() {
                var lines = new StringBuilder();
                while (lines.length() < 64 * 1024 && made < events) {
                    var number = "R" + seed + "-" + ++item;
                    var minute = (long) (random.nextDouble() * MINUTES);
                    for (var count = 0; count < EVENTS_PER_ITEM && made < events; ) {
                        var journey = journeys.get(random.nextInt(journeys.size()));
                        var begin = journey.get(0).minute();
                        var last = minute;
                        for (var row : journey) {
                            if (count == EVENTS_PER_ITEM || made == events) {
                                break;
                            }
                            last = minute + Math.max(0, row.minute() - begin);
                            lines.append(number).append(',').append(row.before()).append(',');
                            lines.append(START.plusMinutes(last).format(TIMES)).append(',');
                            lines.append(row.after()).append('\n');
                            count++;
                            made++;
                        }
                        minute = last + 60;
                    }
                }
                return lines.toString();
            }
        };
    }
}
