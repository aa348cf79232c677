package io.jointly.catalog.eventlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a reader read, in memory. */
final class ReadEvents implements EventSink {
    final List<WorkItemEvent> events = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    final List<RejectedLine> rejections = new ArrayList<>();

    static ReadEvents of(EventReader reader, byte[] body) {
        var read = new ReadEvents();
        try {
            reader.readAll(new ByteArrayInputStream(body), read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    static FieldMapping mapping(String text) {
        return FieldMapping.parse(new ObjectMapper(), text);
    }

    @Override
    public void accept(long line, WorkItemEvent event) {
        events.add(event);
        lines.add(line);
    }

    @Override
    public void reject(long line, Rejection reason) {
        rejections.add(new RejectedLine(line, reason.field(), reason.getMessage()));
    }

    List<WorkItemEvent> byLine() {
        return IntStream.range(0, events.size())
                .boxed()
                .sorted(Comparator.comparing(lines::get))
                .map(events::get)
                .toList();
    }
}
