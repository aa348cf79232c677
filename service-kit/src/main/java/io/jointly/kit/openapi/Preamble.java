package io.jointly.kit.openapi;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What every document says of itself: how tokens are checked. */
final class Preamble {
    private static final String CHECKS =
            " Checked as RFC8725 advises: one algorithm, issuer, audience and expiry.";

    private Preamble() {}

    static void complete(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSecuritySchemes() != null) {
            api.getComponents().getSecuritySchemes().values().stream()
                    .filter(scheme -> scheme.getType() == SecurityScheme.Type.HTTP)
                    .filter(scheme -> !scheme.getDescription().endsWith(CHECKS))
                    .forEach(Preamble::addChecks);
        }
    }

    private static void addChecks(SecurityScheme scheme) {
        var said = scheme.getDescription();
        scheme.setDescription(said + (said.endsWith(".") ? "" : ".") + CHECKS);
    }
}
