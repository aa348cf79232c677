package io.jointly.gateway.edge;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Sends bytes that no decent HTTP client would send. */
final class RawHttp {
    /** The status and everything that came with it. */
    record Answer(int status, String text) {}

    private RawHttp() {}

    static Answer get(String base, String target, String... headers) throws IOException {
        return send(
                base,
                Stream.concat(
                                Stream.of(
                                        "GET " + target + " HTTP/1.1",
                                        "Host: " + URI.create(base).getAuthority()),
                                Stream.of(headers))
                        .toList());
    }

    static Answer send(String base, List<String> lines) throws IOException {
        var url = URI.create(base);
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(text.isEmpty() ? 0 : Integer.parseInt(text.substring(9, 12)), text);
        }
    }
}
