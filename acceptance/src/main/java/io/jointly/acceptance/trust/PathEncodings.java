package io.jointly.acceptance.trust;

import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.trust.Operations.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The same path written in many odd ways, sent as raw bytes: none may reach what the plain one is
 * refused.
 */
public final class PathEncodings {
    private static final int PATIENCE_MILLIS = 20_000;

    private final RunningSuite suite;
    private final List<String> wrong = new ArrayList<>();
    private int requests;

    private PathEncodings(RunningSuite suite) {
        this.suite = suite;
    }

    /** How many requests were sent, and which of them went wrong. */
    public record Figure(int encodings, int operations, int requests, List<String> wrong) {
        @Override
        public String toString() {
            return "S2 path normalisation: %d encodings, %d operations, %d requests, %d let through or failed"
                    .formatted(encodings, operations, requests, wrong.size());
        }
    }

    /** Tries every n-th operation. */
    public static Figure run(RunningSuite suite, int everyNth) {
        return new PathEncodings(suite).run(everyNth);
    }

    private Figure run(int everyNth) {
        var all = Operations.of(suite.api());
        var encodings = 0;
        var looked = 0;
        for (int i = 0; i < all.size(); i += everyNth) {
            var operation = all.get(i);
            var spellings = spellings(operation.emptyPath());
            encodings = Math.max(encodings, spellings.size());
            looked++;
            for (var spelling : spellings) {
                tryAt(suite.url(), operation, spelling);
                operation
                        .service()
                        .ifPresent(part -> tryAt(suite.direct(part), operation, spelling));
            }
        }
        return new Figure(encodings, looked, requests, List.copyOf(wrong));
    }

    private void tryAt(String address, Operation operation, String path) {
        check(address, operation, path, Optional.empty());
        // With a token only where the plain path is refused to its bearer.
        var declared = operation.roles().orElse(Set.of());
        if (!declared.isEmpty() && !declared.contains("executive-sponsor")) {
            check(address, operation, path, Optional.of(suite.token("sponsor")));
        }
    }

    private void check(String address, Operation operation, String path, Optional<String> token) {
        requests++;
        var status = status(URI.create(address), operation, path, token);
        if (status < 400 || status >= 500) {
            wrong.add(
                    "%s %s at %s%s: %d"
                            .formatted(
                                    operation.method(),
                                    path,
                                    address,
                                    token.isPresent() ? " as sponsor" : "",
                                    status));
        }
    }

    private static int status(
            URI address, Operation operation, String path, Optional<String> token) {
        var body = operation.method().equals("GET") ? "" : "{}";
        var head =
                "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nAccept: application/json\r\nContent-Type: %s\r\nIf-Match: \"1\"\r\n%sContent-Length: %d\r\n\r\n%s"
                        .formatted(
                                operation.method(),
                                path,
                                address.getAuthority(),
                                operation.contentType(),
                                token.map(one -> "Authorization: Bearer " + one + "\r\n")
                                        .orElse(""),
                                body.length(),
                                body);
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            var line =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return line.startsWith("HTTP/1.") ? Integer.parseInt(line.substring(9).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The path in all the ways that have fooled somebody before. */
    static Set<String> spellings(String path) {
        var last = path.lastIndexOf('/');
        var parent = path.substring(0, last);
        var name = path.substring(last + 1);
        var service = path.indexOf('/', 1);
        var rest = path.substring(service);
        var spellings = new LinkedHashSet<String>();
        spellings.add(path);
        for (var tail :
                List.of(
                        ";", ";a=b", ";.json", "%3B", "%3b", "%3Ba=b", "/", "//", "/.", "/./",
                        "/..;/", "/%2e", "%2F", "%2f", "%5C", "%00", "%20", "%09", "%0a", "%0d%0a",
                        "%23", "%3F", ".json", ".", "..", "%2e", "?", "??", "\\", "%C0%AF",
                        "%c0%ae", "%25", "%ff")) {
            spellings.add(path + tail);
        }
        for (var separator :
                List.of(
                        "//",
                        "/./",
                        "/x/../",
                        "/;/",
                        "/;a=b/",
                        "/%2e/",
                        "/%2E/",
                        "/x/%2e%2e/",
                        "/..;/",
                        "/.;/",
                        "%2F",
                        "%2f",
                        "%5C",
                        "\\",
                        "%252F",
                        "/%C0%AE/",
                        "%C0%AF",
                        "%E0%80%AF",
                        "/%00/",
                        "/ /")) {
            spellings.add(parent + separator + name);
            spellings.add("/api" + separator + rest.substring(1));
        }
        spellings.add("/" + path);
        spellings.add("/." + path);
        spellings.add("/.." + path);
        spellings.add("/;" + path);
        spellings.add("/x/.." + path);
        spellings.add("/q/.." + path);
        spellings.add("/docs/..;" + path);
        spellings.add("/%61pi" + rest);
        spellings.add("/%61%70%69" + rest);
        spellings.add("/API" + rest);
        spellings.add("/Api" + rest);
        spellings.add(path.toUpperCase(java.util.Locale.ROOT));
        spellings.add(path.replace("api", "a%70i"));
        spellings.add(path.replace("/v1/", "/v1;v=2/"));
        spellings.add(path.replace("/v1/", "/V1/"));
        spellings.add(path.replace("/v1/", "/%761/"));
        spellings.add("http://elsewhere" + path);
        return spellings;
    }
}
