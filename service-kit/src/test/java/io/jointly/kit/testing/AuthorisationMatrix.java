package io.jointly.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.kit.testing.OpenApiDocument.Operation;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every operation of the API description, asked by every kind of caller who must be turned away.
 *
 * <p>Made from the document, so that a new operation is in it from its first build.
 */
public final class AuthorisationMatrix {
    private static final Map<String, String> NOT_SIGNED_IN = notSignedIn();
    private static final Map<String, Set<String>> ROLES =
            new TreeMap<>(
                    Map.of(
                            Tokens.nobody(), Set.of(),
                            Tokens.member("hr"), Set.of("member"),
                            Tokens.head("hr"), Set.of("head", "member"),
                            Tokens.admin(), Set.of("governance-admin"),
                            Tokens.sponsor(), Set.of("executive-sponsor"),
                            Tokens.service("test"), Set.of("service"),
                            Tokens.integrator(), Set.of("integrator"),
                            Tokens.integrator("catalog:write"),
                                    Set.of("integrator", "catalog:write"),
                            Tokens.integrator("flow:write"), Set.of("integrator", "flow:write"),
                            Tokens.integrator("measurements:write"),
                                    Set.of("integrator", "measurements:write")));

    private final List<Operation> operations;

    private AuthorisationMatrix(List<Operation> operations) {
        this.operations = operations;
    }

    public static AuthorisationMatrix of(OpenApiDocument document) {
        return new AuthorisationMatrix(document.operations());
    }

    /** No token, or one that is not good: 401 with a challenge and a problem document. */
    public void turnsAwayWhoIsNotSignedIn() {
        var wrong = new ArrayList<String>();
        for (var operation : operations) {
            NOT_SIGNED_IN.forEach(
                    (caller, token) -> {
                        var answer = ask(operation, token);
                        if (!isProblem(answer, 401, "not-signed-in")
                                || answer.header("WWW-Authenticate") == null) {
                            wrong.add(operation + " asked by " + caller + ": " + shown(answer));
                        }
                    });
        }
        report("not signed in", operations.size() * NOT_SIGNED_IN.size(), wrong);
    }

    /** Signed in, but with none of the roles that the operation declares: 403. */
    public void turnsAwayWhoHasNotTheRole() {
        var wrong = new ArrayList<String>();
        var cells = 0;
        for (var operation : operations) {
            for (var caller : ROLES.entrySet()) {
                var allowed =
                        operation.roles().isEmpty()
                                || !Collections.disjoint(operation.roles(), caller.getValue());
                var answer = ask(operation, caller.getKey());
                cells++;
                var asDeclared =
                        allowed
                                ? answer.statusCode() != 401 && answer.statusCode() < 500
                                : isProblem(answer, 403, "not-allowed");
                if (!asDeclared) {
                    wrong.add(
                            operation + " asked with " + caller.getValue() + ": " + shown(answer));
                }
            }
        }
        report("roles", cells, wrong);
    }

    /** No spelling of an address lets anybody in, and none makes the service stumble. */
    public void readsNoPathInTwoWays() {
        var http = new RawHttp(RestAssured.port);
        var wrong = new ArrayList<String>();
        var cells = 0;
        for (var operation : operations) {
            for (var path : AmbiguousPaths.of(operation.address())) {
                var status = http.status(operation.method(), path);
                cells++;
                if (status != 400) {
                    wrong.add(operation.method() + " " + path + ": " + status);
                }
            }
            for (var path : AmbiguousPaths.strangersOf(operation.address())) {
                var status = http.status(operation.method(), path);
                cells++;
                if (status < 400 || status >= 500) {
                    wrong.add(operation.method() + " " + path + ": " + status);
                }
            }
        }
        report("paths", cells, wrong);
    }

    private static Response ask(Operation operation, String token) {
        var request = given();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (operation.consumes() != null) {
            request.contentType(operation.consumes()).body("{}".getBytes(StandardCharsets.UTF_8));
        }
        return request.request(operation.method(), operation.address());
    }

    private static boolean isProblem(Response answer, int status, String code) {
        return answer.statusCode() == status
                && answer.contentType().startsWith("application/problem+json")
                && ("/docs/problems/" + code).equals(answer.path("type"));
    }

    private static String shown(Response answer) {
        return answer.statusCode() + " " + answer.asString();
    }

    private static void report(String what, int cells, List<String> wrong) {
        System.out.printf("S1 %s: %d cells, %d not as declared%n", what, cells, wrong.size());
        assertThat(wrong).isEmpty();
    }

    private static Map<String, String> notSignedIn() {
        var callers = new LinkedHashMap<String, String>();
        callers.put("nobody", null);
        callers.put("an expired token", Tokens.expired());
        callers.put("a foreign key", Tokens.foreignKey());
        callers.put("alg none", Tokens.unsigned());
        callers.put("another audience", Tokens.wrongAudience());
        callers.put("another issuer", Tokens.wrongIssuer());
        callers.put("garbage", "garbage");
        callers.put("an empty token", "");
        return callers;
    }
}
