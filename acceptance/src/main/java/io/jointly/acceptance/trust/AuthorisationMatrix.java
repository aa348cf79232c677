package io.jointly.acceptance.trust;

import io.jointly.acceptance.suite.Answer;
import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.trust.Operations.Operation;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every operation for everybody: who is nobody gets 401, who has none of the declared roles 403, at
 * the gateway and past it.
 */
public final class AuthorisationMatrix {
    private static final List<String> PEOPLE =
            List.of("head-it", "head-facilities", "sponsor", "admin", "integrator");

    private final RunningSuite suite;
    private final Map<String, String> strangers;
    private final List<String> wrong = new ArrayList<>();
    private int cells;

    private AuthorisationMatrix(RunningSuite suite) {
        this.suite = suite;
        this.strangers = Strangers.of(suite);
    }

    /** How many cells were looked at, and what is wrong in them. */
    public record Figure(int operations, int undeclared, int cells, List<String> wrong) {
        @Override
        public String toString() {
            return "S1 authorisation matrix: %d operations, %d without a declared policy, %d cells, %d not as declared"
                    .formatted(operations, undeclared, cells, wrong.size());
        }
    }

    public static Figure run(RunningSuite suite) {
        return new AuthorisationMatrix(suite).run();
    }

    private Figure run() {
        var operations = Operations.of(suite.api());
        var roles = new TreeMap<String, Set<String>>();
        PEOPLE.forEach(person -> roles.put(person, rolesIn(suite.token(person))));
        for (var operation : operations) {
            check(operation, "at the gateway", suite.api(), roles);
            operation
                    .service()
                    .ifPresent(part -> check(operation, "directly", suite.api(part), roles));
        }
        var undeclared = (int) operations.stream().filter(one -> one.roles().isEmpty()).count();
        return new Figure(operations.size(), undeclared, cells, List.copyOf(wrong));
    }

    private void check(Operation operation, String where, Api api, Map<String, Set<String>> roles) {
        refused(operation, where, "anonymous", call(api.anonymous(), operation), 401);
        strangers.forEach(
                (kind, token) ->
                        refused(operation, where, kind, call(api.with(token), operation), 401));
        roles.forEach(
                (person, own) -> {
                    var answer = call(api.as(person), operation);
                    var declared = operation.roles().orElse(Set.of());
                    if (declared.isEmpty() || declared.stream().anyMatch(own::contains)) {
                        letIn(operation, where, person, answer);
                    } else {
                        refused(operation, where, person, answer, 403);
                    }
                });
    }

    /** Whoever may come in is not turned away at the door, and finds nothing to break behind it. */
    private void letIn(Operation operation, String where, String who, Answer answer) {
        cells++;
        if (answer.status() == 401
                || answer.status() >= 500
                || answer.status() == 403 && !operation.path().contains("{")) {
            note(operation, where, who, answer, "to be let in");
        }
    }

    private void refused(Operation operation, String where, String who, Answer answer, int wanted) {
        cells++;
        if (answer.status() != wanted
                || answer.problem().isEmpty()
                || wanted == 401 && answer.header("WWW-Authenticate").isEmpty()) {
            note(operation, where, who, answer, wanted + " with its problem document");
        }
    }

    private void note(
            Operation operation, String where, String who, Answer answer, String expected) {
        wrong.add(
                "%s %s as %s: %s expected, but it was %d %s"
                        .formatted(
                                operation, where, who, expected, answer.status(), answer.text()));
    }

    private static Answer call(Api.Call call, Operation operation) {
        return operation.method().equals("GET")
                ? call.get(operation.emptyPath())
                : call.header("Content-Type", operation.contentType())
                        .header("If-Match", "\"1\"")
                        .send(
                                operation.method(),
                                operation.emptyPath(),
                                BodyPublishers.ofString("{}"));
    }

    /** The roles as CONCEPTS and the contract say them, worked out apart from the product. */
    private static Set<String> rolesIn(String token) {
        var claims = Strangers.read(Strangers.decoded(token.split("\\.")[1]));
        var roles = new TreeSet<String>();
        claims.at("/realm_access/roles").forEach(role -> roles.add(role.asText()));
        claims.path("groups")
                .forEach(
                        group -> {
                            if (group.asText().matches("/departments/[^/]+/heads")) {
                                roles.add("head");
                            }
                            if (group.asText().matches("/departments/[^/]+/members")) {
                                roles.add("member");
                            }
                        });
        if (roles.contains("integrator")) {
            roles.addAll(
                    List.of(claims.path("scope").asText().split(" ")).stream()
                            .filter(scope -> scope.contains(":"))
                            .toList());
        }
        return roles;
    }
}
