package io.jointly.okr.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * catalog and governance as far as we ask them: they know every record whose name does not begin
 * with {@code no-}, decisions up to DEC-99, and the measures that a test tells. Tests steer them
 * over HTTP ({@link Neighbourhood}), since test resources live in a class loader of their own.
 */
public class FakeNeighbours implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> measures = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();
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
        return Map.of("jointly.catalog.url", url, "jointly.governance.url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (mood.equals("down")) {
            answer(exchange, 503, "{}");
            return;
        }
        if (mood.equals("hanging")) {
            sleep();
            answer(exchange, 200, "{}");
            return;
        }
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        asked.put(path, String.valueOf(token));
        asked.put(
                path + " traceparent",
                String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
        if (token == null) {
            answer(exchange, 401, "{}");
        } else if (path.endsWith("/changes")) {
            changes(exchange);
        } else if (path.contains("/measures/")) {
            var measure = measures.get(path.replaceFirst(".*/value-streams/", ""));
            answer(exchange, measure == null ? 404 : 200, measure == null ? "{}" : measure);
        } else {
            var name = path.substring(path.lastIndexOf('/') + 1);
            var known = !name.startsWith("no-") && !name.matches("DEC-[0-9]{3,}");
            answer(exchange, known ? 200 : 404, "{\"code\":\"" + name + "\"}");
        }
    }

    private void changes(HttpExchange exchange) throws IOException {
        var after =
                Long.parseLong(
                        exchange.getRequestURI().getQuery().replaceAll(".*after=(\\d+).*", "$1"));
        var items =
                events.stream()
                        .filter(e -> Long.parseLong((String) e.get("id")) > after)
                        .limit(100)
                        .toList();
        answer(exchange, 200, JSON.writeValueAsString(Map.of("items", items, "next", "0")));
    }

    private void steer(HttpExchange exchange) throws IOException {
        var what = exchange.getRequestURI().getPath().substring("/steer/".length());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (what) {
            case "mood" -> mood = body;
            case "measure" -> {
                JsonNode measure = JSON.readTree(body);
                measures.put(
                        measure.get("stream").asText()
                                + "/measures/"
                                + measure.get("code").asText(),
                        body);
            }
            case "imported" ->
                    events.add(
                            Map.of(
                                    "specversion",
                                    "1.0",
                                    "id",
                                    Integer.toString(events.size() + 1),
                                    "source",
                                    "/api/catalog/v1",
                                    "type",
                                    "io.jointly.catalog.flow.imported",
                                    "subject",
                                    "value-stream:" + body,
                                    "time",
                                    Instant.now().toString(),
                                    "actor",
                                    "service-account-integrator",
                                    "data",
                                    Map.of()));
            default -> throw new IllegalArgumentException(what);
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
