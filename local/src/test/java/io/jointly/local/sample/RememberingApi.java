package io.jointly.local.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for the suite: does each keyed request once and remembers who sent what. */
final class RememberingApi implements AutoCloseable {
    private static final Set<String> COLLECTIONS =
            Set.of(
                    "departments",
                    "services",
                    "value-streams",
                    "meetings",
                    "pain-points",
                    "cycles",
                    "escalations",
                    "decisions",
                    "objectives",
                    "key-results");

    final Map<String, String> bodies = new ConcurrentHashMap<>();
    final Map<String, String> locations = new ConcurrentHashMap<>();
    final Map<String, Integer> uploads = new ConcurrentHashMap<>();
    final AtomicInteger contradictions = new AtomicInteger();
    private final AtomicInteger references = new AtomicInteger();
    private final HttpServer server;
    private volatile Instant begun;
    private volatile String brokenFrom;

    RememberingApi(Instant begun) throws IOException {
        this.begun = begun;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2, RememberingApi::daemon));
        server.createContext("/", this::answer);
        server.start();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    ApiClient client() {
        return new ApiClient("http://localhost:" + server.getAddress().getPort(), user -> user);
    }

    /** From now on, posts to such paths fail; null mends it. */
    void breakAt(String path) {
        brokenFrom = path;
    }

    private void answer(HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        var body = call.getRequestBody().readAllBytes();
        if (call.getRequestMethod().equals("GET")) {
            if (begun == null) {
                send(call, 404, "{}");
            } else {
                send(call, 200, "{\"createdAt\":\"%s\"}".formatted(begun));
            }
        } else if (brokenFrom != null && path.contains(brokenFrom)) {
            send(call, 503, "{}");
        } else if (call.getRequestMethod().equals("PUT")) {
            draw(call, path, new String(body, StandardCharsets.UTF_8));
        } else if (path.endsWith("/events")) {
            uploads.merge(path, java.util.Arrays.hashCode(body), (a, b) -> a ^ b);
            send(call, 200, "{}");
        } else {
            begun = begun == null ? Instant.now() : begun;
            keep(call, path, new String(body, StandardCharsets.UTF_8));
        }
    }

    /** Only the version that nobody has drawn yet can be drawn: a later one is another's. */
    private void draw(HttpExchange call, String path, String body) throws IOException {
        var first = "\"0\"".equals(call.getRequestHeaders().getFirst("If-Match"));
        var fresh = first && bodies.putIfAbsent(path, body) == null;
        send(call, fresh ? 200 : 412, "{}");
    }

    private void keep(HttpExchange call, String path, String body) throws IOException {
        var request = call.getRequestHeaders();
        var key = request.getFirst("Idempotency-Key");
        var told =
                request.getFirst("Authorization").replace("Bearer ", "") + " " + path + " " + body;
        var before = bodies.putIfAbsent(key, told);
        if (before != null && !before.equals(told)) {
            contradictions.incrementAndGet();
        }
        var kind = path.substring(path.lastIndexOf('/') + 1);
        if (COLLECTIONS.contains(kind)) {
            var service = path.substring(0, path.indexOf("/v1/") + 4);
            var location =
                    locations.computeIfAbsent(
                            key, any -> service + kind + "/REF-" + references.incrementAndGet());
            call.getResponseHeaders().add("Location", location);
            send(call, 201, "{}");
        } else {
            send(call, 200, "{}");
        }
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        try (var out = call.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
