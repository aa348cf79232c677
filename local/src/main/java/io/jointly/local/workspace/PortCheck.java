package io.jointly.local.workspace;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks, before anything starts, whether the ports are free, and who has them if not. */
public final class PortCheck {
    private PortCheck() {}

    /** Refuses with one sentence that names the first taken port and its holder. */
    public static void requireFree(String host, Ports ports) {
        ports.purposes()
                .forEach(
                        (port, purpose) -> {
                            if (!isFree(host, port)) {
                                throw new LocalProblem(
                                        "Port %d, meant for %s, is taken by %s; stop that or choose other ports with --port."
                                                .formatted(port, purpose, PortOwner.of(port)));
                            }
                        });
    }

    /**
     * Whether a server could listen there; a listener on the IPv6 side of localhost counts as well.
     */
    public static boolean isFree(String host, int port) {
        return canBind(host, port) && canBind("127.0.0.1", port) && canBind("::1", port);
    }

    private static boolean canBind(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (BindException e) {
            // A machine without IPv6 cannot bind there and nobody else can either.
            return host.contains(":")
                    && e.getMessage() != null
                    && e.getMessage().contains("assign");
        } catch (IOException e) {
            return host.contains(":");
        }
    }
}
