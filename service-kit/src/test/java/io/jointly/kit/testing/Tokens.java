package io.jointly.kit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tokens as Keycloak's realm gives them, signed with a key of the test run. The services check them
 * for real: signature, algorithm, issuer, audience, expiry.
 */
public final class Tokens {
    public static final String ISSUER = "http://identity.test/realms/jointly";
    private static final KeyPair KEYS = generate();
    private static final KeyPair FOREIGN = generate();

    private Tokens() {}

    /** The key set (RFC 7517) that the tokens are checked with. */
    static String keySet() {
        var key = (RSAPublicKey) KEYS.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"test\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        var skip = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, skip, bytes.length));
    }

    /** A head of the units; account {@code head-<first>}. */
    public static String head(String... codes) {
        var groups =
                Arrays.stream(codes)
                        .flatMap(
                                c ->
                                        List.of(
                                                "/departments/" + c + "/heads",
                                                "/departments/" + c + "/members")
                                                .stream())
                        .collect(java.util.stream.Collectors.toSet());
        return sign(claims("head-" + codes[0]).groups(groups));
    }

    public static String member(String code) {
        return sign(claims("member-" + code).groups(Set.of("/departments/" + code + "/members")));
    }

    /** Whoever is in these groups, and nothing more; full paths. */
    public static String inGroups(String... paths) {
        return sign(claims("somebody").groups(Set.of(paths)));
    }

    public static String sponsor() {
        return sign(withRoles(claims("sponsor"), "executive-sponsor"));
    }

    public static String admin() {
        return sign(withRoles(claims("admin"), "governance-admin"));
    }

    public static String integrator(String... scopes) {
        return sign(
                withRoles(claims("service-account-integrator"), "integrator")
                        .claim("scope", String.join(" ", scopes))
                        .claim("azp", "integrator"));
    }

    public static String service(String name) {
        return sign(withRoles(claims("service-account-" + name), "service").claim("azp", name));
    }

    /** Signed in, but nothing more. */
    public static String nobody() {
        return sign(claims("nobody"));
    }

    public static String expired() {
        return sign(claims("head-hr").expiresAt(Instant.now().minus(Duration.ofHours(1))));
    }

    public static String foreignKey() {
        return claims("head-hr").jws().keyId("other").sign(FOREIGN.getPrivate());
    }

    public static String wrongAudience() {
        return sign(claims("head-hr").audience("somebody-else"));
    }

    public static String wrongIssuer() {
        return sign(claims("head-hr").issuer("http://evil.test/realms/jointly"));
    }

    /** The classic {@code alg=none} forgery. */
    public static String unsigned() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var body = head("hr").split("\\.")[1];
        return encoder.encodeToString(
                        "{\"alg\":\"none\",\"typ\":\"JWT\"}"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "."
                + body
                + ".";
    }

    private static JwtClaimsBuilder withRoles(JwtClaimsBuilder claims, String... roles) {
        return claims.claim("realm_access", Map.of("roles", List.of(roles)));
    }

    private static JwtClaimsBuilder claims(String account) {
        return Jwt.issuer(ISSUER)
                .audience("jointly")
                .subject(account)
                .claim("preferred_username", account)
                .claim("name", "Test " + account)
                .claim("azp", "gateway")
                .expiresIn(Duration.ofMinutes(10));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").sign(KEYS.getPrivate());
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
