package io.jointly.gateway.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.net.ServerSocket;
import java.util.Map;

/** Starts the fakes and points the gateway at them. */
public final class GatewayStack implements QuarkusTestResourceLifecycleManager {
    public static final int REQUESTS_PER_MINUTE = 400;

    private static FakeService catalog;
    private static FakeService governance;
    private static FakeIdentityProvider identity;

    private static String url;

    private Vertx vertx;

    public static FakeService catalog() {
        return catalog;
    }

    /** The gateway's public address. */
    public static String url() {
        return url;
    }

    /** The second address of governance; nobody listens at the first. */
    public static FakeService governance() {
        return governance;
    }

    public static FakeIdentityProvider identity() {
        return identity;
    }

    @Override
    public Map<String, String> start() {
        try {
            vertx = Vertx.vertx();
            catalog = new FakeService(vertx);
            governance = new FakeService(vertx);
            identity = new FakeIdentityProvider();
            var port = freePort();
            url = "http://localhost:" + port;
            return Map.ofEntries(
                    Map.entry("quarkus.http.test-port", Integer.toString(port)),
                    Map.entry("jointly.gateway.public-url", url),
                    Map.entry("jointly.oidc.url", identity.issuer()),
                    Map.entry("JOINTLY_CLIENT_SECRET", "a-secret-of-the-tests-only"),
                    Map.entry("JOINTLY_SESSION_KEY", "0123456789abcdef0123456789abcdef"),
                    Map.entry("jointly.gateway.services.catalog", catalog.address()),
                    Map.entry("jointly.gateway.services.okr", nowhere()),
                    Map.entry(
                            "jointly.gateway.services.governance",
                            nowhere() + "," + governance.address()),
                    Map.entry("jointly.gateway.timeouts.answer", "PT0.7S"),
                    Map.entry("jointly.gateway.timeouts.report-part", "PT0.7S"),
                    Map.entry(
                            "jointly.gateway.rate-limit.requests",
                            Integer.toString(REQUESTS_PER_MINUTE)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (identity != null) {
            identity.stop();
        }
        if (vertx != null) {
            vertx.close();
        }
    }

    private static String nowhere() throws Exception {
        return "http://127.0.0.1:" + freePort();
    }

    public static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
