package io.jointly.governance;

import static io.jointly.governance.testing.Governance.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.governance.testing.GovernanceTest;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what (S1): every operation of the API description, by every kind of caller. */
@QuarkusTest
class OperationMatrixTest extends GovernanceTest {
    private static final Set<String> EVERYBODY =
            Set.of("nobody", "member", "head", "sponsor", "admin", "integrator", "service");

    /** The declared policy: who gets past the door. What a record then says is tested elsewhere. */
    private static final Map<String, Set<String>> POLICY =
            Map.ofEntries(
                    Map.entry("listEscalations", EVERYBODY),
                    Map.entry("getEscalation", EVERYBODY),
                    Map.entry("raiseEscalation", Set.of("head")),
                    Map.entry("acknowledgeEscalation", Set.of("head")),
                    Map.entry("proposeResolution", Set.of("head")),
                    Map.entry("agreeToResolution", Set.of("head")),
                    Map.entry("openDecisionOutOfEscalation", Set.of("head")),
                    Map.entry("resolveEscalation", Set.of("sponsor")),
                    Map.entry("handBackEscalation", Set.of("sponsor")),
                    Map.entry("listDecisions", EVERYBODY),
                    Map.entry("getDecision", EVERYBODY),
                    Map.entry("openDecision", Set.of("head")),
                    Map.entry("castVote", Set.of("head")),
                    Map.entry("recordOutcome", Set.of("head")),
                    Map.entry("listWaiting", EVERYBODY),
                    Map.entry("listChanges", EVERYBODY),
                    Map.entry("listAuditEntries", Set.of("sponsor", "admin")),
                    Map.entry("verifyAuditTrail", Set.of("sponsor", "admin")));

    record Operation(String id, String method, String path, boolean hasBody) {
        @Override
        public String toString() {
            return id;
        }

        int statusFor(RequestSpecification caller) {
            return ask(caller).statusCode();
        }

        io.restassured.response.Response ask(RequestSpecification caller) {
            var request = hasBody ? caller.contentType("application/json").body("{}") : caller;
            return request.header("If-Match", "*").request(method, path.replace("{ref}", "X-1"));
        }
    }

    static Stream<Operation> operations() throws IOException {
        var api = new ObjectMapper().readTree(Files.readString(OpenApiDocumentTest.COMMITTED));
        var operations = new ArrayList<Operation>();
        for (var path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(
                        new Operation(
                                method.getValue().path("operationId").asText(),
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue().has("requestBody")));
            }
        }
        return operations.stream();
    }

    @Test
    void everyOperationHasADeclaredPolicy() throws IOException {
        assertThat(operations().map(Operation::id))
                .containsExactlyInAnyOrderElementsOf(POLICY.keySet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nobodyGetsInWithoutAGoodToken(Operation operation) {
        problem(operation.ask(given()).then(), 401, "not-signed-in")
                .header("WWW-Authenticate", startsWith("Bearer"));
        for (var bad :
                List.of(
                        Tokens.expired(),
                        Tokens.foreignKey(),
                        Tokens.unsigned(),
                        Tokens.wrongAudience(),
                        Tokens.wrongIssuer(),
                        "nonsense")) {
            problem(
                            operation.ask(given().header("Authorization", "Bearer " + bad)).then(),
                            401,
                            "not-signed-in")
                    .header("WWW-Authenticate", startsWith("Bearer"));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachCallerGetsAsFarAsDeclared(Operation operation) {
        var got = new TreeSet<String>();
        callers()
                .forEach(
                        (name, token) -> {
                            var status =
                                    operation.statusFor(given().auth().preemptive().oauth2(token));
                            assertThat(status).as(operation + " by " + name).isLessThan(500);
                            if (status != 403) {
                                got.add(name);
                            }
                        });
        assertThat(got).isEqualTo(new TreeSet<>(POLICY.get(operation.id())));
    }

    private static Map<String, String> callers() {
        var callers = new LinkedHashMap<String, String>();
        callers.put("nobody", Tokens.nobody());
        callers.put("member", Tokens.member("hr"));
        callers.put("head", Tokens.head("hr"));
        callers.put("sponsor", Tokens.sponsor());
        callers.put("admin", Tokens.admin());
        callers.put("integrator", Tokens.integrator("flow:write", "catalog:write"));
        callers.put("service", Tokens.service("okr-service"));
        return callers;
    }
}
