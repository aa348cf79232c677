package io.jointly.kit.http;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The W3C trace of the current request: taken from {@code traceparent}, or begun here. */
public final class Trace {
    public static final String HEADER = "traceparent";
    private static final String KEY = Trace.class.getName();
    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** Called once per request, before anything else looks at it. */
    public static void begin(RoutingContext request) {
        var received = request.request().getHeader(HEADER);
        var trace = received != null && VALID.matcher(received).matches() ? received : create();
        var context = Vertx.currentContext();
        if (context != null) {
            context.putLocal(KEY, trace);
        }
        request.put(KEY, trace);
        MDC.put("traceId", id(trace));
    }

    /** The whole {@code traceparent} to pass on, or a new one outside a request. */
    public static String current() {
        var context = Vertx.currentContext();
        String trace = context == null ? null : context.getLocal(KEY);
        return trace == null ? create() : trace;
    }

    public static String currentId() {
        return id(current());
    }

    private static String id(String traceparent) {
        return traceparent.substring(3, 35);
    }

    private static String create() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
