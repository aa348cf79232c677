package io.jointly.gateway.session;

import io.jointly.kit.identity.Caller;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells the portal who is signed in. */
@Path("/api/session")
@Authenticated
@Tag(name = "Session", description = "Who is signed in")
public class SessionResource {
    /** Keycloak gives these to everybody; they say nothing about anybody. */
    private static final Set<String> EVERYBODY = Set.of("offline_access", "uma_authorization");

    private final Caller caller;
    private final SecurityIdentity identity;

    SessionResource(Caller caller, SecurityIdentity identity) {
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getSession",
            summary = "Show who is signed in",
            description =
                    "The account behind the session cookie or the bearer token, with the departments that it heads and belongs to.")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content =
                    @Content(
                            schema = @Schema(implementation = SessionView.class),
                            examples =
                                    @ExampleObject(
                                            name = "head",
                                            value =
                                                    """
                                                    {"username":"head-it","name":"Ines Okafor","headOf":["it"],"memberOf":["it"],"roles":["head","member"],"language":"en"}
                                                    """)))
    public SessionView session() {
        return new SessionView(
                caller.id(),
                caller.name(),
                caller.headOf().stream().sorted().toList(),
                caller.memberOf().stream().sorted().toList(),
                identity.getRoles().stream()
                        .filter(role -> !EVERYBODY.contains(role))
                        .filter(role -> !role.startsWith("default-roles-"))
                        .sorted()
                        .toList(),
                language());
    }

    private String language() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim("locale")
                : null;
    }
}
