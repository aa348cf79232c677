package io.jointly.local.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.local.sample.SampleFiles.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Makes the events of streams and sends them as an integration would: one request for each. */
final class FlowLoader {
    private static final String USER = "integrator";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiClient api;
    private final Instant begun;
    private final Map<String, ZoneId> zones;

    FlowLoader(ApiClient api, Instant begun, Map<String, ZoneId> zones) {
        this.api = api;
        this.begun = begun;
        this.zones = zones;
    }

    /** Answers how many events were sent. */
    int load(List<Part> parts) {
        return parts.parallelStream().mapToInt(this::load).sum();
    }

    private int load(Part part) {
        var recipe = SampleFiles.recipe(part.flow());
        var from = part.sinceDaysAgo() == null ? Instant.MIN : daysAgo(part.sinceDaysAgo());
        var to = part.untilDaysAgo() == null ? Instant.MAX : daysAgo(part.untilDaysAgo());
        var events =
                FlowGenerator.events(recipe, begun, zones).stream()
                        .filter(e -> !e.occurredAt().isBefore(from) && e.occurredAt().isBefore(to))
                        .toList();
        api.upload(
                USER,
                "/api/catalog/v1/value-streams/%s/events?source=sample".formatted(recipe.stream()),
                gzipped(events));
        return events.size();
    }

    private Instant daysAgo(int days) {
        return begun.minus(Duration.ofDays(days));
    }

    private static byte[] gzipped(List<SampleEvent> events) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (var event : events) {
                gzip.write(JSON.writeValueAsBytes(event));
                gzip.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
