package io.jointly.kit.identity;

import io.jointly.kit.problem.StandardProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, as the verified token says. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final Membership membership;

    Caller(SecurityIdentity identity, Membership membership) {
        this.identity = identity;
        this.membership = membership;
    }

    /** Stable name of the account, as the audit trail keeps it. */
    public String id() {
        return identity.getPrincipal().getName();
    }

    /** Name to show to people; the account's name where the token has none. */
    public String name() {
        return claim("name").orElseGet(this::id);
    }

    /** The client application that the token was given to. */
    public String client() {
        return claim("azp").orElse("unknown");
    }

    /** Codes of the units that the caller heads. */
    public Set<String> headOf() {
        return membership.codes(groups(), Membership.HEADS);
    }

    public Set<String> memberOf() {
        return membership.codes(groups(), Membership.MEMBERS);
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    public boolean isHeadOf(String code) {
        return headOf().contains(code);
    }

    public boolean isHeadOfAny(Collection<String> codes) {
        return headOf().stream().anyMatch(codes::contains);
    }

    public void requireHeadOf(String code) {
        if (!isHeadOf(code)) {
            throw StandardProblem.forbidden("a head of '" + code + "'");
        }
    }

    public void requireHeadOfAny(Collection<String> codes) {
        if (!isHeadOfAny(codes)) {
            throw StandardProblem.forbidden("a head of one of " + String.join(", ", codes));
        }
    }

    /**
     * Refuses to leave out units that the caller does not head: what several hold together, none of
     * them loses unless it says so itself.
     *
     * @param pointer where the request says who holds it from now on
     * @param before the units that hold it now
     * @param after the units that shall hold it
     */
    public void requireToSpeakForAllWhoLeave(
            String pointer, Collection<String> before, Collection<String> after) {
        var spokenFor = headOf();
        var others =
                before.stream()
                        .filter(code -> !after.contains(code) && !spokenFor.contains(code))
                        .sorted()
                        .toList();
        if (!others.isEmpty()) {
            throw StandardProblem.speaksForOthers(pointer, others);
        }
    }

    private Set<String> groups() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getGroups() != null
                ? token.getGroups()
                : Set.of();
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim(name)).map(Object::toString)
                : Optional.empty();
    }
}
