package io.jointly.kit.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets {@link PathGuard} refuse what is no URI.
 *
 * <p>Quarkus would answer a bare 400 before any filter of ours. It asks a system property, once,
 * when its HTTP server's class is loaded; configuration is read before that, in tests as well as in
 * a started service, and it is the only hook that is so early without a launcher's help.
 */
public class OwnWordOnTargets implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
