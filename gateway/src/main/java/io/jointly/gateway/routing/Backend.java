package io.jointly.gateway.routing;

import io.jointly.gateway.GatewayConfig;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A service behind the gateway, and the only paths of it that are reachable from outside. */
public enum Backend {
    CATALOG("catalog"),
    OKR("okr"),
    GOVERNANCE("governance");

    private final String code;

    Backend(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The service that a path belongs to; empty when it belongs to none. */
    public static Optional<Backend> of(String path) {
        return Arrays.stream(values()).filter(b -> path.startsWith(b.prefix())).findFirst();
    }

    public List<URI> addresses(GatewayConfig config) {
        var services = config.services();
        return switch (this) {
            case CATALOG -> services.catalog();
            case OKR -> services.okr();
            case GOVERNANCE -> services.governance();
        };
    }

    private String prefix() {
        return "/api/" + code + "/v1/";
    }
}
