package io.jointly.local.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.local.process.Progress;
import io.jointly.local.workspace.LocalProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One import: a streamed POST at the gateway, and its answer put into words. */
public final class EventImport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REJECTIONS_SHOWN = 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    public EventImport(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** What came of it, in lines for a person. */
    public record Outcome(boolean accepted, List<String> lines) {}

    /**
     * Sends a log; {@code mapping} may be null for NDJSON, whose lines name their fields
     * themselves, for XES with its standard keys, and where the source keeps one.
     */
    public Outcome send(
            String stream, String source, Path mapping, EventLog log, Progress progress) {
        var task = progress.begin("Importing into " + stream);
        try {
            long size = log.size();
            var body =
                    BodyPublishers.ofInputStream(
                            () -> open(log, sent -> task.detail(share(sent, size))));
            var answer =
                    http.send(request(stream, source, mapping, log, body), BodyHandlers.ofString());
            task.drop();
            return outcome(answer, url + "/value-streams/" + encoded(stream));
        } catch (IOException e) {
            throw new LocalProblem(
                    "The import broke off: %s. Is the suite still running?"
                            .formatted(e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("The import was interrupted.", e);
        } finally {
            task.drop();
        }
    }

    private static String share(long sent, long size) {
        return sent >= size ? "all sent, waiting for the answer" : sent * 100 / size + " % sent";
    }

    private static InputStream open(EventLog log, java.util.function.LongConsumer listener) {
        try {
            return new CountingStream(log.body(), listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest request(
            String stream,
            String source,
            Path mapping,
            EventLog log,
            HttpRequest.BodyPublisher body) {
        var address =
                new StringBuilder(url)
                        .append("/api/catalog/v1/value-streams/")
                        .append(encoded(stream))
                        .append("/events?source=")
                        .append(encoded(source));
        if (mapping != null) {
            address.append("&mapping=").append(encoded(compact(mapping)));
        }
        var request =
                HttpRequest.newBuilder(URI.create(address.toString()))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", log.format().mediaType())
                        .POST(body);
        if (log.gzipped()) {
            request.header("Content-Encoding", "gzip");
        }
        return request.build();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String compact(Path mapping) {
        try {
            return JSON.readTree(Files.readString(mapping)).toString();
        } catch (JsonProcessingException e) {
            throw new LocalProblem(
                    "The mapping %s is no JSON: line %d, %s."
                            .formatted(
                                    mapping, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new LocalProblem(
                    "The mapping %s cannot be read: %s.".formatted(mapping, e.getMessage()), e);
        }
    }

    private static Outcome outcome(HttpResponse<String> answer, String page) {
        try {
            var body = JSON.readTree(answer.body());
            return answer.statusCode() == 200
                    ? new Outcome(true, counts(body, page))
                    : new Outcome(false, refusal(answer.statusCode(), body));
        } catch (IOException e) {
            return new Outcome(
                    false, List.of("Refused with status %d.".formatted(answer.statusCode())));
        }
    }

    static List<String> counts(JsonNode result, String page) {
        var lines = new ArrayList<String>();
        lines.add(
                "%,d events read: %,d accepted, %,d duplicates, %,d rejected; %,d work items touched (%s)."
                        .formatted(
                                result.path("events").asLong(),
                                result.path("accepted").asLong(),
                                result.path("duplicate").asLong(),
                                result.path("rejected").asLong(),
                                result.path("workItems").asLong(),
                                result.path("import").asText()));
        if (result.path("accepted").asLong() == 0 && result.path("duplicate").asLong() > 0) {
            lines.add("Nothing has changed: all of these events were there already.");
        }
        int shown = 0;
        for (var rejection : result.path("rejections")) {
            if (shown++ == REJECTIONS_SHOWN) {
                lines.add("  ...");
                break;
            }
            lines.add(
                    "  line %d, %s: %s"
                            .formatted(
                                    rejection.path("line").asLong(),
                                    rejection.path("field").asText("whole line"),
                                    rejection.path("reason").asText()));
        }
        lines.add("The stream's page: " + page);
        return lines;
    }

    static List<String> refusal(int status, JsonNode problem) {
        var lines = new ArrayList<String>();
        lines.add(
                "The import was refused (%d): %s"
                        .formatted(
                                status,
                                problem.path("detail")
                                        .asText(problem.path("title").asText("no reason given"))));
        for (var error : problem.path("errors")) {
            var where = error.path("parameter").asText(error.path("pointer").asText(""));
            lines.add("  %s: %s".formatted(where, error.path("detail").asText()));
        }
        return lines;
    }
}
