package io.jointly.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Access tokens of the demo users and of the service accounts, fetched when asked for and kept for
 * most of their life.
 */
public final class Tokens {
    public static final String INTEGRATOR = "integrator";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SERVICE_ACCOUNTS =
            Set.of(INTEGRATOR, "okr-service", "governance-service");
    private static final int SPARE_SECONDS = 60;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Token> known = new ConcurrentHashMap<>();
    private final String realmUrl;
    private final Secrets secrets;

    public Tokens(String realmUrl, Secrets secrets) {
        this.realmUrl = realmUrl;
        this.secrets = secrets;
    }

    private record Token(String value, Instant renewAt) {
        boolean isFresh() {
            return Instant.now().isBefore(renewAt);
        }
    }

    /** A token with at least a minute to live. */
    public String of(String user) {
        return known.compute(
                        user,
                        (name, token) -> token != null && token.isFresh() ? token : fetch(name))
                .value();
    }

    private Token fetch(String user) {
        var request =
                HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(grant(user))))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var body = JSON.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw refused(user, body);
            }
            long life = body.get("expires_in").asLong() - SPARE_SECONDS;
            return new Token(body.get("access_token").asText(), Instant.now().plusSeconds(life));
        } catch (IOException e) {
            throw new LocalProblem("Keycloak does not answer at %s.".formatted(realmUrl), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("The sign-in of %s was interrupted.".formatted(user), e);
        }
    }

    private Map<String, String> grant(String user) {
        if (SERVICE_ACCOUNTS.contains(user)) {
            return Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    user,
                    "client_secret",
                    secrets.of("client." + user.replace("-service", "")));
        }
        return Map.of(
                "grant_type", "password",
                "client_id", "demo-cli",
                "scope", "openid",
                "username", user,
                "password", Secrets.DEMO_PASSWORD);
    }

    private static LocalProblem refused(String user, JsonNode body) {
        var reason =
                body.path("error_description").asText(body.path("error").asText("no reason given"));
        return new LocalProblem("Keycloak gives no token to '%s': %s.".formatted(user, reason));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
