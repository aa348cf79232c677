package io.jointly.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.local.workspace.LocalProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Calls the public API at the gateway as one demo user or another. */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int STALE = 412;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final UnaryOperator<String> tokenOf;

    /** {@code tokenOf} gives an access token for a user's name. */
    public ApiClient(String url, UnaryOperator<String> tokenOf) {
        this.url = url;
        this.tokenOf = tokenOf;
    }

    /** Signs the user in beforehand: that takes a while, and several can do it at once. */
    void signIn(String user) {
        Objects.requireNonNull(tokenOf.apply(user));
    }

    /** The record at a path, if it exists. */
    Optional<JsonNode> find(String user, String path) {
        var answer = send(user, path, request(user, path).GET());
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(json(accepted(answer, user, path)));
    }

    /**
     * Posts a body once, however often this is called with the same key.
     *
     * @return path of what was created; empty when the request created nothing, or when there is
     *     such a record already
     */
    Optional<String> post(String user, String path, String key, JsonNode body) {
        var request =
                request(user, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        // What the sample set acts on, it created itself a moment ago.
                        .header("If-Match", "*")
                        .POST(BodyPublishers.ofString(body.toString()));
        var answer = send(user, path, request);
        if (answer.statusCode() == CONFLICT
                && json(answer).path("code").asText(answer.body()).contains("already-exists")) {
            return Optional.empty();
        }
        return accepted(answer, user, path)
                .headers()
                .firstValue("Location")
                .map(location -> URI.create(location).getPath());
    }

    /** Puts what nobody has put before; where somebody has, it stays as it is. */
    void putFirst(String user, String path, JsonNode body) {
        var request =
                request(user, path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"0\"")
                        .PUT(BodyPublishers.ofString(body.toString()));
        var answer = send(user, path, request);
        if (answer.statusCode() != STALE) {
            accepted(answer, user, path);
        }
    }

    /** Sends gzipped lines of JSON. */
    JsonNode upload(String user, String path, byte[] gzipped) {
        var request =
                request(user, path)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(gzipped));
        return json(accepted(send(user, path, request), user, path));
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + tokenOf.apply(user));
    }

    private HttpResponse<String> send(String user, String path, HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LocalProblem(
                    "A request of %s to %s failed: %s.".formatted(user, path, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem(
                    "A request of %s to %s was interrupted.".formatted(user, path), e);
        }
    }

    private static HttpResponse<String> accepted(
            HttpResponse<String> answer, String user, String path) {
        if (answer.statusCode() >= 300) {
            throw new LocalProblem(
                    "A request of %s to %s was refused with %d: %s"
                            .formatted(user, path, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new LocalProblem(
                    "The answer to a request to %s is not JSON.".formatted(answer.uri()), e);
        }
    }
}
