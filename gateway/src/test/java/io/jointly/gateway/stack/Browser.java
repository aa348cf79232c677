package io.jointly.gateway.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests and keeps cookies as a browser would, but shows every redirect to the test. */
public final class Browser {
    /** An answer with its body as text. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }

        public List<String> headerValues(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
        }

        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (Exception e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base = GatewayStack.url();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public String origin() {
        return base;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    public Answer send(
            String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var url = path.startsWith("http") ? path : base + path;
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : body);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!cookies.isEmpty() && url.startsWith(base)) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (url.startsWith(base)) {
                keep(response.headers().allValues("Set-Cookie"));
            }
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Signs in by the whole code flow; answers where the gateway sent the browser in the end. */
    public String signIn(String user, String session, String to) {
        return signIn(user, session, to, 300);
    }

    public String signIn(String user, String session, String to, long tokenSeconds) {
        GatewayStack.identity().nextSignIn(user, session, tokenSeconds);
        var answer = get("/login?to=" + to);
        for (var hops = 0; hops < 5 && answer.status() == 302; hops++) {
            var next = answer.header("Location");
            if (next.startsWith("/") && !next.startsWith("/login")) {
                return next;
            }
            answer = get(next);
        }
        return answer.status() == 302
                ? answer.header("Location").replace(base, "")
                : "status " + answer.status() + ": " + answer.body();
    }

    private void keep(List<String> setCookies) {
        for (var header : setCookies) {
            for (var cookie : HttpCookie.parse(header)) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            }
        }
    }
}
