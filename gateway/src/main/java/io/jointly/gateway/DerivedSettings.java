package io.jointly.gateway;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings of Quarkus that follow from ours: when the public address is https, cookies are Secure
 * and sign-in returns to https, although TLS ends before us and we see plain HTTP.
 */
public class DerivedSettings implements ConfigSourceFactory {
    private static final String AUTHENTICATION = "quarkus.oidc.portal.authentication.";
    private static final int BELOW_APPLICATION_PROPERTIES = 200;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var address = context.getValue("jointly.gateway.public-url").getValue();
        var secure = Boolean.toString(address != null && address.startsWith("https://"));
        return List.of(
                new PropertiesConfigSource(
                        Map.of(
                                AUTHENTICATION + "cookie-force-secure", secure,
                                AUTHENTICATION + "force-redirect-https-scheme", secure),
                        "settings derived from the public address",
                        BELOW_APPLICATION_PROPERTIES));
    }
}
