package io.jointly.acceptance.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A client of the public API that lets a test say who calls and what is to be seen. */
public final class Api {
    public static final String CATALOG = "/api/catalog/v1";
    public static final String OKR = "/api/okr/v1";
    public static final String GOVERNANCE = "/api/governance/v1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String url;
    private final UnaryOperator<String> tokens;

    public Api(String url, UnaryOperator<String> tokens) {
        this.url = url;
        this.tokens = tokens;
    }

    public Call as(String user) {
        return with(tokens.apply(user));
    }

    /** A caller with exactly this token. */
    public Call with(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    public Call anonymous() {
        return new Call();
    }

    /** One request in the making. */
    public final class Call {
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Call() {}

        public Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** The version that the caller believes a record to have. */
        public Call ifMatch(long version) {
            return header("If-Match", "\"" + version + "\"");
        }

        public Call key(String key) {
            return header("Idempotency-Key", key);
        }

        public Answer get(String path) {
            return send("GET", path, BodyPublishers.noBody());
        }

        /** A record that must be there. */
        public JsonNode read(String path) {
            return get(path).expect(200).body();
        }

        public Answer post(String path, Object body) {
            headers.putIfAbsent("Content-Type", "application/json");
            return send("POST", path, json(body));
        }

        public Answer patch(String path, Object body) {
            headers.putIfAbsent("Content-Type", "application/merge-patch+json");
            return send("PATCH", path, json(body));
        }

        /** Reads the record and acts on the version just read, as the portal does. */
        public Answer act(String record, String act, Object body) {
            ifMatch(read(record).path("version").asLong());
            return post(record + "/" + act, body);
        }

        public Answer send(String method, String path, BodyPublisher body) {
            var request =
                    HttpRequest.newBuilder(URI.create(url + path))
                            .timeout(PATIENCE)
                            .method(method, body);
            headers.forEach(request::header);
            try {
                var answer = HTTP.send(request.build(), BodyHandlers.ofString());
                return new Answer(
                        method + " " + path, answer.statusCode(), answer.headers(), answer.body());
            } catch (IOException e) {
                throw new UncheckedIOException(method + " " + path + " broke off", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(
                    body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
