package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Each process gets exactly the environment that it is documented to read, and no secret except by
 * reference.
 */
final class EnvironmentRules extends Findings {
    private static final Set<String> EVERYBODY =
            Set.of(
                    "QUARKUS_HTTP_HOST",
                    "QUARKUS_HTTP_PORT",
                    "JOINTLY_OIDC_URL",
                    "JOINTLY_CATALOG_URL",
                    "JOINTLY_OKR_URL",
                    "JOINTLY_GOVERNANCE_URL");
    private static final Set<String> SERVICE =
            Set.of(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "QUARKUS_DATASOURCE_USERNAME",
                    "QUARKUS_DATASOURCE_PASSWORD",
                    "QUARKUS_FLYWAY_USERNAME",
                    "QUARKUS_FLYWAY_PASSWORD");
    private static final Set<String> GATEWAY = Set.of("JOINTLY_SESSION_KEY", "JOINTLY_PUBLIC_URL");

    /** Those that ask Keycloak for tokens, or sign people in; the others only look at tokens. */
    private static final Set<String> CLIENTS =
            Set.of("okr-service", "governance-service", "gateway");

    private static final Map<String, Set<String>> PARTS =
            Map.of(
                    "catalog-service",
                    SERVICE,
                    "okr-service",
                    SERVICE,
                    "governance-service",
                    SERVICE,
                    "gateway",
                    GATEWAY);

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(PASSWORD|SECRET|_KEY|TOKEN|CREDENTIAL).*");
    private static final Pattern SECRET_VALUE =
            Pattern.compile(
                    "(?i)(://[^/@\\s]+:[^/@\\s]+@|(password|secret|token)\\s*[=:]\\s*\\w|BEGIN [A-Z ]*PRIVATE KEY)");

    private final Manifests manifests;
    private final Surroundings surroundings;

    EnvironmentRules(Manifests manifests, Surroundings surroundings) {
        this.manifests = manifests;
        this.surroundings = surroundings;
    }

    static boolean isPart(String name) {
        return PARTS.containsKey(name);
    }

    @Override
    List<Finding> check() {
        if (surroundings.wholeSuite()) {
            PARTS.keySet()
                    .forEach(
                            part -> {
                                Optional<Workload> workload =
                                        manifests.find("Deployment", part).map(Workload::new);
                                demand(
                                        workload.isPresent(),
                                        Rule.REFERENCE,
                                        "Deployment/" + part,
                                        "is missing");
                                workload.ifPresent(this::checkPart);
                            });
        }
        manifests
                .ofKind("Secret")
                .forEach(
                        secret ->
                                demand(
                                        false,
                                        Rule.SECRET_BY_REFERENCE,
                                        Manifests.where(secret),
                                        "does not belong in a repository"));
        manifests.ofKind("ConfigMap").forEach(this::checkConfigMap);
        manifests
                .workloads()
                .forEach(
                        workload ->
                                workload.allContainers()
                                        .forEach(container -> check(workload, container)));
        return found();
    }

    private void check(Workload workload, JsonNode container) {
        checkNames(workload.where(), container);
        checkSecrets(workload.where(), container);
    }

    private void checkPart(Workload workload) {
        Map<String, String> environment = environmentOf(workload);
        var expected = new TreeSet<>(EVERYBODY);
        expected.addAll(PARTS.get(workload.name()));
        if (CLIENTS.contains(workload.name())) {
            expected.add("JOINTLY_CLIENT_SECRET");
        }
        expected.forEach(
                name ->
                        demand(
                                environment.containsKey(name),
                                Rule.ENVIRONMENT,
                                workload.where(),
                                "gets no " + name));
        environment
                .keySet()
                .forEach(
                        name ->
                                demand(
                                        expected.contains(name),
                                        Rule.ENVIRONMENT,
                                        workload.where(),
                                        "gets " + name + ", which nobody reads"));
        environment.forEach(
                (name, value) ->
                        demand(
                                expectedValue(workload, name).matcher(value).matches(),
                                Rule.ENVIRONMENT,
                                workload.where(),
                                "gets an odd " + name + ": " + value));
    }

    private static Pattern expectedValue(Workload workload, String name) {
        return Pattern.compile(
                switch (name) {
                    case "QUARKUS_HTTP_HOST" -> "0\\.0\\.0\\.0";
                    case "QUARKUS_HTTP_PORT" -> "8080";
                    case "JOINTLY_OIDC_URL" -> "https?://[^/]+/realms/jointly";
                    case "JOINTLY_CATALOG_URL" -> "http://catalog-service:8080";
                    case "JOINTLY_OKR_URL" -> "http://okr-service:8080";
                    case "JOINTLY_GOVERNANCE_URL" -> "http://governance-service:8080";
                    case "JOINTLY_PUBLIC_URL" -> "https://[^/]+|http://localhost(:\\d+)?";
                    case "QUARKUS_DATASOURCE_JDBC_URL" ->
                            "jdbc:postgresql://[^/]+/%s(\\?.*)?"
                                    .formatted(workload.name().replace("-service", ""));
                    case "QUARKUS_DATASOURCE_USERNAME" -> workload.name() + "-database/username";
                    case "QUARKUS_DATASOURCE_PASSWORD" -> workload.name() + "-database/password";
                    case "QUARKUS_FLYWAY_USERNAME" -> workload.name() + "-database/owner-username";
                    case "QUARKUS_FLYWAY_PASSWORD" -> workload.name() + "-database/owner-password";
                    case "JOINTLY_CLIENT_SECRET" -> workload.name() + "-client/client-secret";
                    case "JOINTLY_SESSION_KEY" -> "gateway-session/key";
                    default -> ".*";
                });
    }

    /** What the process sees; a secret appears as the name and key that it comes from. */
    private Map<String, String> environmentOf(Workload workload) {
        var environment = new TreeMap<String, String>();
        workload.containers()
                .forEach(
                        container -> {
                            for (JsonNode source : container.path("envFrom")) {
                                manifests
                                        .find("ConfigMap", source.at("/configMapRef/name").asText())
                                        .ifPresent(
                                                configMap ->
                                                        configMap
                                                                .path("data")
                                                                .properties()
                                                                .forEach(
                                                                        entry ->
                                                                                environment.put(
                                                                                        entry
                                                                                                .getKey(),
                                                                                        entry.getValue()
                                                                                                .asText())));
                            }
                            for (JsonNode variable : container.path("env")) {
                                JsonNode secret = variable.at("/valueFrom/secretKeyRef");
                                environment.put(
                                        variable.path("name").asText(),
                                        secret.isMissingNode()
                                                ? variable.path("value").asText()
                                                : secret.path("name").asText()
                                                        + "/"
                                                        + secret.path("key").asText());
                            }
                        });
        return environment;
    }

    private void checkConfigMap(JsonNode configMap) {
        configMap
                .path("data")
                .properties()
                .forEach(
                        entry ->
                                demand(
                                        !SECRET_NAME.matcher(entry.getKey()).matches()
                                                && !SECRET_VALUE
                                                        .matcher(entry.getValue().asText())
                                                        .find(),
                                        Rule.SECRET_BY_REFERENCE,
                                        Manifests.where(configMap),
                                        "has a secret in the open: " + entry.getKey()));
    }

    private void checkNames(String where, JsonNode container) {
        for (JsonNode source : container.path("envFrom")) {
            demand(
                    !source.has("secretRef"),
                    Rule.SECRET_BY_REFERENCE,
                    where,
                    "takes a whole Secret, whatever is in it");
            manifests
                    .find("ConfigMap", source.at("/configMapRef/name").asText())
                    .ifPresent(
                            configMap ->
                                    configMap
                                            .path("data")
                                            .fieldNames()
                                            .forEachRemaining(name -> checkName(where, name)));
        }
        container.path("env").forEach(variable -> checkName(where, variable.path("name").asText()));
    }

    private void checkName(String where, String name) {
        demand(
                name.matches("[A-Z][A-Z0-9_]*"),
                Rule.ENVIRONMENT,
                where,
                "gets something that is no variable: " + name);
    }

    private void checkSecrets(String where, JsonNode container) {
        for (JsonNode variable : container.path("env")) {
            String name = variable.path("name").asText();
            JsonNode reference = variable.at("/valueFrom/secretKeyRef");
            boolean literal = variable.has("value");
            demand(
                    !SECRET_NAME.matcher(name).matches() || !reference.isMissingNode(),
                    Rule.SECRET_BY_REFERENCE,
                    where,
                    name + " does not come from a Secret");
            demand(
                    !literal || !SECRET_VALUE.matcher(variable.path("value").asText()).find(),
                    Rule.SECRET_BY_REFERENCE,
                    where,
                    name + " holds a secret in the open");
            demand(
                    !reference.path("optional").asBoolean(false),
                    Rule.SECRET_BY_REFERENCE,
                    where,
                    name + " may silently be absent");
        }
        for (String list : List.of("command", "args")) {
            for (String argument : Manifests.texts(container.path(list))) {
                demand(
                        !SECRET_VALUE.matcher(argument).find(),
                        Rule.SECRET_BY_REFERENCE,
                        where,
                        "has a secret among its arguments");
            }
        }
    }
}
