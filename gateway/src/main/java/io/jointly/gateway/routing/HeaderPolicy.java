package io.jointly.gateway.routing;

import io.jointly.kit.http.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which headers pass the gateway, and what it says itself, in either direction. */
final class HeaderPolicy {
    private static final List<String> HOP_BY_HOP =
            List.of(
                    "Connection",
                    "Keep-Alive",
                    "Proxy-Authenticate",
                    "Proxy-Authorization",
                    "Proxy-Connection",
                    "TE",
                    "Trailer",
                    "Upgrade");

    /**
     * Only we know the browser's session and the real sender; what a caller says of it is dropped.
     */
    private static final Set<String> NOT_FROM_OUTSIDE =
            Set.of(
                    "Cookie",
                    "Authorization",
                    "Expect",
                    "Forwarded",
                    "X-Real-IP",
                    "X-Jointly-Client",
                    "Host");

    private static final String FORWARDED = "x-forwarded-";

    /** The session and the protective headers are the gateway's business alone. */
    private static final Set<String> NOT_FROM_INSIDE =
            Set.of("Set-Cookie", "Server", "X-Powered-By", "Via", "Alt-Svc", "RateLimit");

    private HeaderPolicy() {}

    static void request(MultiMap headers, HttpServerRequest from, String accessToken) {
        removeHopByHop(headers);
        NOT_FROM_OUTSIDE.forEach(headers::remove);
        headers.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(FORWARDED))
                .toList()
                .forEach(headers::remove);
        var sender = from.remoteAddress().hostAddress();
        var host = from.authority().toString();
        headers.set("Authorization", "Bearer " + accessToken);
        headers.set(Trace.HEADER, Trace.current());
        headers.set("X-Forwarded-For", sender);
        headers.set("X-Forwarded-Host", host);
        headers.set("X-Forwarded-Proto", from.scheme());
        headers.set(
                "Forwarded",
                "for=%s;host=\"%s\";proto=%s".formatted(node(sender), host, from.scheme()));
    }

    static void response(MultiMap headers, URI origin) {
        removeHopByHop(headers);
        NOT_FROM_INSIDE.forEach(headers::remove);
        headers.set("Cache-Control", "no-store");
        var location = headers.get("Location");
        if (location != null) {
            headers.set("Location", withoutOrigin(location, origin));
        }
    }

    /** Services know themselves by their inner address, which means nothing outside. */
    private static String withoutOrigin(String location, URI origin) {
        var base = origin.getScheme() + "://" + origin.getRawAuthority();
        return location.startsWith(base + "/") ? location.substring(base.length()) : location;
    }

    private static void removeHopByHop(MultiMap headers) {
        headers.getAll("Connection").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList()
                .forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }

    private static String node(String address) {
        return address.indexOf(':') >= 0 ? "\"[" + address + "]\"" : address;
    }
}
