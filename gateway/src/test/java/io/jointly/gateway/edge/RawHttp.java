package io.jointly.gateway.edge;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no decent HTTP client would send. */
final class RawHttp {
    /** The status and everything that came with it. */
    record Answer(int status, String text) {}

    private RawHttp() {}

    static Answer get(String base, String target, String... headers) throws IOException {
        var url = URI.create(base);
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            var request = new StringBuilder("GET " + target + " HTTP/1.1\r\n");
            request.append("Host: ").append(url.getAuthority()).append("\r\n");
            for (var header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Connection: close\r\n\r\n");
            socket.getOutputStream()
                    .write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(text.isEmpty() ? 0 : Integer.parseInt(text.substring(9, 12)), text);
        }
    }
}
