package io.jointly.governance.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * catalog and okr as far as we ask them: they know every record whose name does not begin with
 * {@code no-}, and have the feeds that tests write. Tests steer them over HTTP ({@link
 * Neighbourhood}), since test resources live in a class loader of their own.
 */
public class FakeNeighbours implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<ObjectNode>> feeds =
            Map.of("catalog", new CopyOnWriteArrayList<>(), "okr", new CopyOnWriteArrayList<>());
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private volatile String mood = "up";
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/", this::serve);
        server.createContext("/steer/", this::steer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort();
        return Map.of("jointly.catalog.url", url, "jointly.okr.url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.put(
                path,
                exchange.getRequestHeaders().getFirst("Authorization")
                        + " "
                        + exchange.getRequestHeaders().getFirst("traceparent"));
        if (mood.equals("down")) {
            answer(exchange, 503, "{}");
        } else if (mood.equals("hanging")) {
            sleep();
            answer(exchange, 200, "{}");
        } else if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            answer(exchange, 401, "{}");
        } else if (path.endsWith("/changes")) {
            changes(exchange, path.split("/")[2]);
        } else {
            var name = path.substring(path.lastIndexOf('/') + 1);
            var known = !name.startsWith("no-");
            answer(
                    exchange,
                    known ? 200 : 404,
                    "{\"code\":\"%s\",\"name\":\"%s\",\"timeZone\":\"Europe/Paris\",\"more\":1}"
                            .formatted(name, name));
        }
    }

    private void changes(HttpExchange exchange, String service) throws IOException {
        var after =
                Long.parseLong(
                        exchange.getRequestURI().getQuery().replaceAll(".*after=(\\d+).*", "$1"));
        var items =
                feeds.get(service).stream()
                        .filter(e -> e.get("id").asLong() > after)
                        .limit(100)
                        .toList();
        answer(exchange, 200, JSON.writeValueAsString(Map.of("items", items, "next", "0")));
    }

    private void steer(HttpExchange exchange) throws IOException {
        var what = exchange.getRequestURI().getPath().substring("/steer/".length());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (what.equals("mood")) {
            mood = body;
        } else if (feeds.containsKey(what)) {
            var feed = feeds.get(what);
            var event = (ObjectNode) JSON.readTree(body);
            feed.add(event.put("id", Integer.toString(feed.size() + 1)));
        }
        answer(exchange, 200, JSON.writeValueAsString(asked));
    }

    private static void sleep() {
        try {
            Thread.sleep(4_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
