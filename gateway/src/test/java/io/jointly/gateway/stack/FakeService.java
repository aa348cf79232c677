package io.jointly.gateway.stack;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A service that does what a test tells it, and remembers what it was sent. */
public final class FakeService {
    /** What arrived, as it arrived. */
    public record Received(
            String method, String uri, Map<String, List<String>> headers, Buffer body) {
        public String header(String name) {
            var values = headers.get(name.toLowerCase(java.util.Locale.ROOT));
            return values == null ? null : values.get(0);
        }
    }

    private final HttpServer server;
    private final Map<String, Handler<HttpServerRequest>> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    FakeService(Vertx vertx) throws Exception {
        server =
                vertx.createHttpServer()
                        .requestHandler(this::answer)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
    }

    String address() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Lets one path answer in its own way; others echo 200 and an empty object. */
    public void at(String path, Handler<HttpServerRequest> answer) {
        answers.put(path, answer);
    }

    public void json(String path, int status, String body) {
        at(
                path,
                request ->
                        request.response()
                                .setStatusCode(status)
                                .putHeader(
                                        "Content-Type",
                                        status < 400
                                                ? "application/json"
                                                : "application/problem+json")
                                .end(body));
    }

    public void reset() {
        answers.clear();
        received.clear();
        bytes.set(0);
    }

    public List<Received> received() {
        return received;
    }

    public Received last() {
        return received.get(received.size() - 1);
    }

    /** Bytes of bodies that arrived so far, also of those still on their way. */
    public long bytes() {
        return bytes.get();
    }

    private void answer(HttpServerRequest request) {
        var special = answers.get(request.path());
        var headers = new ConcurrentHashMap<String, List<String>>();
        request.headers()
                .names()
                .forEach(
                        name ->
                                headers.put(
                                        name.toLowerCase(java.util.Locale.ROOT),
                                        request.headers().getAll(name)));
        var body = Buffer.buffer();
        request.handler(
                chunk -> {
                    bytes.addAndGet(chunk.length());
                    if (body.length() < 1_000_000) {
                        body.appendBuffer(chunk);
                    }
                });
        request.exceptionHandler(cut -> {});
        request.endHandler(
                end -> {
                    received.add(
                            new Received(request.method().name(), request.uri(), headers, body));
                    if (special != null) {
                        special.handle(request);
                    } else {
                        request.response().putHeader("Content-Type", "application/json").end("{}");
                    }
                });
    }
}
