package io.jointly.okr.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A caller that costs next to nothing, for tests that send hundreds of requests at once. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String token;

    public Client(String token) {
        this.token = token;
    }

    /** What came back. */
    public record Answer(int status, String tag, String text) {
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body, String... headers) {
        return send(
                request(path)
                        .headers(with(headers, "application/json"))
                        .POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    public Answer patch(String path, Object body, String tag) {
        return send(
                request(path)
                        .headers(
                                with(
                                        new String[] {"If-Match", tag},
                                        "application/merge-patch+json"))
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(write(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + Okr.BASE + path))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("ETag").orElse(null),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String media) {
        var all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = media;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }

    private static String write(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
