package io.jointly.acceptance.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointly.acceptance.suite.Eventually;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.local.workspace.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that nobody may come in with, some of them from the identity provider itself. */
public final class Strangers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHORT_LIVED = "acceptance-short-lived";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningSuite suite;

    private Strangers(RunningSuite suite) {
        this.suite = suite;
    }

    /** Each kind of bad token by its name; all speak of head-it, who would otherwise be let in. */
    public static Map<String, String> of(RunningSuite suite) {
        return new Strangers(suite).tokens();
    }

    private Map<String, String> tokens() {
        var good = suite.token("head-it");
        var master = suite.realmUrl().replaceFirst("/realms/.*", "");
        var administrator =
                grant(
                        master + "/realms/master",
                        Map.of(
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", suite.secrets().of("keycloak.admin")));
        var bad = new LinkedHashMap<String, String>();
        bad.put("expired", expired(master, administrator.path("access_token").asText()));
        bad.put("another issuer", administrator.path("access_token").asText());
        bad.put("another audience", person("demo-cli").path("id_token").asText());
        bad.put("foreign key", signedByUs(good));
        bad.put("no signature", unsigned(good));
        bad.put("public key as secret", symmetric(good));
        bad.put("changed claims", changed(good));
        bad.put("no token at all", "abc");
        return bad;
    }

    private JsonNode person(String client) {
        return grant(
                suite.realmUrl(),
                Map.of(
                        "client_id",
                        client,
                        "scope",
                        "openid",
                        "username",
                        "head-it",
                        "password",
                        Secrets.DEMO_PASSWORD));
    }

    /** The realm gets a client whose tokens live for a second; a token of it outlives that here. */
    private String expired(String keycloak, String administrator) {
        send(
                HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/jointly/clients"))
                        .header("Authorization", "Bearer " + administrator)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        """
                                        {"clientId":"%s","publicClient":true,"directAccessGrantsEnabled":true,
                                         "standardFlowEnabled":false,"attributes":{"access.token.lifespan":"1"}}\
                                        """
                                                .formatted(SHORT_LIVED)))
                        .build());
        var token = person(SHORT_LIVED).path("access_token").asText();
        Eventually.pause(Duration.ofSeconds(2));
        return token;
    }

    private static String signedByUs(String token) {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(keys.generateKeyPair().getPrivate());
            var content = token.substring(0, token.lastIndexOf('.'));
            signer.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(String token) {
        return headed(token, "none") + ".";
    }

    private static String symmetric(String token) {
        try {
            var content = headed(token, "HS256");
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return content
                    + "."
                    + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String headed(String token, String algorithm) {
        var parts = token.split("\\.");
        var header = (ObjectNode) read(decoded(parts[0]));
        return encoded(header.put("alg", algorithm).toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + parts[1];
    }

    private static String changed(String token) {
        var parts = token.split("\\.");
        var claims = (ObjectNode) read(decoded(parts[1]));
        claims.putObject("realm_access").putArray("roles").add("governance-admin");
        return parts[0]
                + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + parts[2];
    }

    private JsonNode grant(String realm, Map<String, String> form) {
        var fields = new LinkedHashMap<>(form);
        fields.put("grant_type", "password");
        return read(
                send(
                        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                fields.entrySet().stream()
                                                        .map(Strangers::field)
                                                        .collect(Collectors.joining("&"))))
                                .build()));
    }

    private static String field(Map.Entry<String, String> field) {
        return field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
    }

    private String send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            // The client is there already when this is done twice on one suite.
            if (answer.statusCode() >= 300 && answer.statusCode() != 409) {
                throw new IllegalStateException(
                        "Keycloak answers %d: %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
