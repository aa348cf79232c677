package io.jointly.acceptance.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.acceptance.suite.Api;
import io.jointly.local.workspace.PartName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the merged description offers, read from the gateway. */
final class Operations {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Something that no record is called, so that a permitted request changes nothing either. */
    private static final Map<String, String> NOBODY =
            Map.of("{ref}", "NONE-999999", "{code}", "no-such-one", "{id}", "none");

    private Operations() {}

    /**
     * One operation; {@code roles} are those declared (none: whoever is signed in), absent when
     * nothing is declared at all.
     */
    record Operation(
            String id,
            String method,
            String path,
            String contentType,
            Optional<Set<String>> roles) {
        /** A path at which nothing is. */
        String emptyPath() {
            var address = path;
            for (var parameter : NOBODY.entrySet()) {
                address = address.replace(parameter.getKey(), parameter.getValue());
            }
            return address.replaceAll("\\{[^}]+}", "none");
        }

        /** The service that answers it; none when the gateway does so itself. */
        Optional<PartName> service() {
            return path.startsWith("/api/catalog/")
                    ? Optional.of(PartName.CATALOG)
                    : path.startsWith("/api/okr/")
                            ? Optional.of(PartName.OKR)
                            : path.startsWith("/api/governance/")
                                    ? Optional.of(PartName.GOVERNANCE)
                                    : Optional.empty();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Operation> of(Api gateway) {
        var description =
                gateway.anonymous()
                        .header("Accept", "application/json")
                        .get("/openapi")
                        .expect(200)
                        .body();
        var operations = new ArrayList<Operation>();
        description
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(entry -> METHODS.contains(entry.getKey()))
                                        .forEach(
                                                entry ->
                                                        operations.add(
                                                                operation(
                                                                        path.getKey(),
                                                                        entry.getKey(),
                                                                        entry.getValue()))));
        return operations;
    }

    private static Operation operation(String path, String method, JsonNode node) {
        var types = node.at("/requestBody/content").fieldNames();
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                types.hasNext() ? types.next() : "application/json",
                roles(node.path("security")));
    }

    private static Optional<Set<String>> roles(JsonNode security) {
        if (security.isEmpty()) {
            return Optional.empty();
        }
        var roles = new TreeSet<String>();
        security.forEach(
                alternative ->
                        alternative.forEach(
                                names -> names.forEach(name -> roles.add(name.asText()))));
        return Optional.of(roles);
    }
}
