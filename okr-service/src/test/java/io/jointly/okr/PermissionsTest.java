package io.jointly.okr;

import static io.jointly.okr.testing.Okr.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.testing.AuthorisationMatrix;
import io.jointly.kit.testing.OpenApiDocument;
import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may call what, for every operation of the committed API description: an operation that is not
 * declared here fails. What heads may do to whose records is told beside each feature.
 */
@QuarkusTest
class PermissionsTest extends OkrTest {
    private static final Set<String> EVERYBODY =
            Set.of("nobody", "member", "head", "sponsor", "admin", "integrator", "service");
    private static final Map<String, Set<String>> ALLOWED =
            Map.ofEntries(
                    Map.entry("listAuditEntries", Set.of("admin", "sponsor")),
                    Map.entry("verifyAuditTrail", Set.of("admin", "sponsor")),
                    Map.entry("listChanges", EVERYBODY),
                    Map.entry("listCycles", EVERYBODY),
                    Map.entry("addCycle", Set.of("admin")),
                    Map.entry("getCycle", EVERYBODY),
                    Map.entry("getKeyResult", EVERYBODY),
                    Map.entry("listCheckIns", EVERYBODY),
                    Map.entry("checkIn", Set.of("head")),
                    Map.entry("listObjectives", EVERYBODY),
                    Map.entry("draftObjective", Set.of("head")),
                    Map.entry("getObjective", EVERYBODY),
                    Map.entry("changeObjective", Set.of("head")),
                    Map.entry("acceptObjective", Set.of("head")),
                    Map.entry("closeObjective", Set.of("head")),
                    Map.entry("addKeyResult", Set.of("head")),
                    Map.entry("listWaiting", EVERYBODY));
    private static final Map<String, Supplier<String>> CALLERS =
            Map.of(
                    "nobody", Tokens::nobody,
                    "member", () -> Tokens.member("hr"),
                    "head", () -> Tokens.head("hr"),
                    "sponsor", Tokens::sponsor,
                    "admin", Tokens::admin,
                    "integrator", () -> Tokens.integrator("catalog:write", "flow:write"),
                    "service", () -> Tokens.service("governance-service"));
    private static final Map<String, Supplier<String>> FORGERIES =
            Map.of(
                    "expired", Tokens::expired,
                    "foreign key", Tokens::foreignKey,
                    "wrong audience", Tokens::wrongAudience,
                    "wrong issuer", Tokens::wrongIssuer,
                    "alg none", Tokens::unsigned,
                    "no token at all", () -> "rubbish");

    record Call(String id, String method, String path, String media) {
        ValidatableResponse as(String token) {
            var request = given();
            if (token != null) {
                request.auth().preemptive().oauth2(token);
            }
            if (media != null) {
                request.contentType(media).body("{}");
            }
            return request.header("If-Match", "*").request(method, path).then();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesWhoeverIsNotSignedIn(Call call) {
        problem(call.as(null), 401, "not-signed-in")
                .header("WWW-Authenticate", startsWith("Bearer"));
        FORGERIES.forEach(
                (name, token) ->
                        problem(call.as(token.get()), 401, "not-signed-in")
                                .header("WWW-Authenticate", startsWith("Bearer")));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void letsInWhomItDeclaresAndNobodyElse(Call call) {
        var wrong = new ArrayList<String>();
        CALLERS.forEach(
                (caller, token) -> {
                    var answer = call.as(token.get());
                    var status = answer.extract().statusCode();
                    var allowed = ALLOWED.get(call.id()).contains(caller);
                    if (allowed ? status == 401 || status == 403 || status >= 500 : status != 403) {
                        wrong.add(caller + " got " + status);
                    }
                    if (!allowed) {
                        problem(answer, 403, "not-allowed");
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void declaresAPolicyForEveryOperation() throws IOException {
        assertThat(calls())
                .extracting(Call::id)
                .containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @Test
    void readsNoPathInTwoWays() {
        AuthorisationMatrix.of(OpenApiDocument.built()).readsNoPathInTwoWays();
    }

    static List<Call> calls() throws IOException {
        var found = new ArrayList<Call>();
        JsonNode api = new ObjectMapper().readTree(Path.of("../docs/openapi/okr.json").toFile());
        for (var path : api.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var media = operation.getValue().path("requestBody").path("content").fieldNames();
                found.add(
                        new Call(
                                operation.getValue().get("operationId").asText(),
                                operation.getKey(),
                                path.getKey()
                                        .replace("/objectives/{ref}", "/objectives/OBJ-999999")
                                        .replace("/key-results/{ref}", "/key-results/KR-999999")
                                        .replace("{code}", "none"),
                                media.hasNext() ? media.next() : null));
            }
        }
        return found;
    }
}
