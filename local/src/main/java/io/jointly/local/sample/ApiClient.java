package io.jointly.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.local.workspace.LocalProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Calls the public API at the gateway as one demo user or another. */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final UnaryOperator<String> tokenOf;

    /** {@code tokenOf} gives an access token for a user's name. */
    public ApiClient(String url, UnaryOperator<String> tokenOf) {
        this.url = url;
        this.tokenOf = tokenOf;
    }

    /** An answer: its status, its body (null if there is none) and its entity tag. */
    public record Answer(int status, JsonNode body, String etag) {}

    public JsonNode get(String user, String path) {
        return call("GET", user, path, null, Map.of()).body();
    }

    /** Posts a body with the user's rights; headers such as {@code If-Match} come along. */
    public Answer post(String user, String path, Object body, Map<String, String> headers) {
        return call("POST", user, path, body, headers);
    }

    public Answer post(String user, String path, Object body) {
        return post(user, path, body, Map.of());
    }

    public Answer patch(String user, String path, Object body, String etag) {
        return call(
                "PATCH",
                user,
                path,
                body,
                Map.of("If-Match", etag, "Content-Type", "application/merge-patch+json"));
    }

    /** Streams a body of another type than JSON. */
    public Answer upload(String user, String path, String contentType, Supplier<InputStream> body) {
        return send(
                "POST",
                user,
                path,
                BodyPublishers.ofInputStream(body),
                Map.of("Content-Type", contentType));
    }

    private Answer call(
            String method, String user, String path, Object body, Map<String, String> headers) {
        try {
            var publisher =
                    body == null
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            return send(method, user, path, publisher, headers);
        } catch (IOException e) {
            throw new LocalProblem("A request to %s cannot be written as JSON.".formatted(path), e);
        }
    }

    private Answer send(
            String method,
            String user,
            String path,
            BodyPublisher body,
            Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + tokenOf.apply(user))
                        .method(method, body);
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                throw new LocalProblem(
                        "%s %s by %s was refused with %d: %s"
                                .formatted(
                                        method,
                                        path,
                                        user,
                                        answer.statusCode(),
                                        new String(
                                                answer.body(),
                                                java.nio.charset.StandardCharsets.UTF_8)));
            }
            var json = answer.body().length == 0 ? null : JSON.readTree(answer.body());
            return new Answer(
                    answer.statusCode(), json, answer.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new LocalProblem("%s %s failed: %s.".formatted(method, path, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("%s %s was interrupted.".formatted(method, path), e);
        }
    }
}
