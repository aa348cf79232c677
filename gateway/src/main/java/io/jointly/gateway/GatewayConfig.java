package io.jointly.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What may be set at the gateway. */
@ConfigMapping(prefix = "jointly.gateway")
public interface GatewayConfig {
    /** Where people reach the gateway; sign-in always happens at this address. */
    URI publicUrl();

    /** Base addresses of the services, several where a service has several replicas. */
    Services services();

    Bodies bodies();

    Timeouts timeouts();

    Ejection ejection();

    RateLimit rateLimit();

    /** Connections kept to one address of a service, at most. */
    @WithDefault("64")
    int connectionsPerAddress();

    interface Services {
        List<URI> catalog();

        List<URI> okr();

        List<URI> governance();
    }

    /** Sizes in bytes. */
    interface Bodies {
        /** Largest body of an ordinary request; event imports stream and have no limit. */
        @WithDefault("2097152")
        long largest();

        /** Up to this size the body of a keyed POST is kept, so that the POST can be repeated. */
        @WithDefault("65536")
        long repeatable();
    }

    interface Timeouts {
        /** How long connecting to a service may take. */
        @WithDefault("PT1S")
        Duration connect();

        /** How long a service may be silent while it owes an answer. */
        @WithDefault("PT10S")
        Duration answer();

        /** The same for event imports, whose answer comes after the last line was stored. */
        @WithDefault("PT10M")
        Duration importAnswer();

        /** How long one part of a report may take; a later one is named as missing. */
        @WithDefault("PT5S")
        Duration reportPart();
    }

    /** Taking an address that keeps failing out of turn for a while. */
    interface Ejection {
        @WithDefault("3")
        int failures();

        @WithDefault("PT5S")
        Duration time();
    }

    /** Requests per caller; one import is one request. */
    interface RateLimit {
        @WithDefault("true")
        boolean enabled();

        @WithDefault("30000")
        long requests();

        @WithDefault("PT1M")
        Duration per();
    }
}
