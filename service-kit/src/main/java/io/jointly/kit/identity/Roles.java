package io.jointly.kit.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Adds the roles that follow from a token besides its realm roles: {@link #HEAD} and {@link
 * #MEMBER} from its groups and, for integrators only, its scopes (a person's scopes are the
 * portal's wish, not a grant).
 */
@ApplicationScoped
public class Roles implements SecurityIdentityAugmentor {
    public static final String HEAD = "head";
    public static final String MEMBER = "member";
    public static final String INTEGRATOR = "integrator";
    public static final String ADMIN = "governance-admin";
    public static final String SPONSOR = "executive-sponsor";

    private final Membership membership;

    Roles(Membership membership) {
        this.membership = membership;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        var builder = QuarkusSecurityIdentity.builder(identity);
        var groups = token.getGroups() == null ? Set.<String>of() : token.getGroups();
        if (!membership.codes(groups, Membership.HEADS).isEmpty()) {
            builder.addRole(HEAD);
        }
        if (!membership.codes(groups, Membership.MEMBERS).isEmpty()) {
            builder.addRole(MEMBER);
        }
        if (identity.hasRole(INTEGRATOR) && token.getClaim("scope") instanceof String scopes) {
            Arrays.stream(scopes.split(" "))
                    .filter(scope -> scope.contains(":"))
                    .forEach(builder::addRole);
        }
        return Uni.createFrom().item(builder.build());
    }
}
