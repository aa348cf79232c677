package io.jointly.local.workspace;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How a suite that listens on some address is called from outside. */
public final class Addresses {
    /** Where everything listens unless told otherwise. */
    public static final String LOOPBACK = "127.0.0.1";

    private Addresses() {}

    public static String url(String host, int port) {
        return "http://%s:%d".formatted(publicName(host), port);
    }

    /**
     * The name for the address bar: browsers treat {@code localhost} as a secure place, a bare
     * address they do not.
     */
    static String publicName(String host) {
        return switch (host) {
            case LOOPBACK, "localhost" -> "localhost";
            case "0.0.0.0", "::" -> machineName();
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }

    private static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
