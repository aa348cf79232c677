package io.jointly.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends a request exactly as written: ordinary clients repair the very paths that we test. */
public final class RawHttp {
    private static final int PATIENCE = 10_000;

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /**
     * @param head request line and headers, each line ended by CR LF, without the last empty line
     * @return the whole answer as text
     */
    public String send(String head, byte[] body) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            var out = socket.getOutputStream();
            out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Status of a request without a body. */
    public int status(String method, String target) {
        return status(
                send(
                        method
                                + " "
                                + target
                                + " HTTP/1.1\r\nHost: localhost:"
                                + port
                                + "\r\n"
                                + "Content-Length: 0\r\n",
                        new byte[0]));
    }

    public static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
