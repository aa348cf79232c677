package io.jointly.gateway.routing;

import java.net.URI;
import java.time.Duration;

/** One address of a service, and whether it has been failing lately. */
public final class Origin {
    private final URI address;
    private final int failuresAllowed;
    private final long ejectionNanos;
    private int failures;
    private long lastFailure;

    Origin(URI address, int failuresAllowed, Duration ejection) {
        this.address = address;
        this.failuresAllowed = failuresAllowed;
        this.ejectionNanos = ejection.toNanos();
    }

    public URI address() {
        return address;
    }

    String host() {
        return address.getHost();
    }

    int port() {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    public synchronized void answered() {
        failures = 0;
    }

    public synchronized void failed() {
        failures++;
        lastFailure = System.nanoTime();
    }

    /**
     * Out of turn after failing several times in a row; after a while one request may try again.
     */
    synchronized boolean isEjected() {
        return failures >= failuresAllowed && System.nanoTime() - lastFailure < ejectionNanos;
    }
}
