package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values that the API server refuses although their type is right: its OpenAPI document does not
 * list them.
 */
final class ValueRules extends Findings {
    private static final Map<String, Set<String>> ALLOWED =
            Map.of(
                    "protocol", Set.of("TCP", "UDP", "SCTP"),
                    "imagePullPolicy", Set.of("Always", "IfNotPresent", "Never"),
                    "restartPolicy", Set.of("Always", "OnFailure", "Never"),
                    "whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway"),
                    "pathType", Set.of("Exact", "Prefix", "ImplementationSpecific"),
                    "operator", Set.of("In", "NotIn", "Exists", "DoesNotExist"),
                    "policyTypes", Set.of("Ingress", "Egress"),
                    "accessModes",
                            Set.of(
                                    "ReadWriteOnce",
                                    "ReadOnlyMany",
                                    "ReadWriteMany",
                                    "ReadWriteOncePod"));
    private static final Map<String, Set<String>> ALLOWED_TYPES =
            Map.of(
                    "strategy", Set.of("RollingUpdate", "Recreate"),
                    "seccompProfile", Set.of("RuntimeDefault", "Localhost", "Unconfined"));
    private static final Set<String> PORTS =
            Set.of("port", "containerPort", "targetPort", "hostPort", "number");
    private static final Set<String> AT_LEAST_ONE =
            Set.of("periodSeconds", "timeoutSeconds", "failureThreshold", "maxSkew");

    private final Manifests manifests;

    ValueRules(Manifests manifests) {
        this.manifests = manifests;
    }

    @Override
    List<Finding> check() {
        for (JsonNode object : manifests.objects()) {
            String where = Manifests.where(object);
            demand(
                    Manifests.nameOf(object).matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"),
                    Rule.ALLOWED_VALUE,
                    where,
                    "has no name that Kubernetes takes");
            walk(where, "", object);
        }
        return found();
    }

    private void walk(String where, String parent, JsonNode node) {
        node.properties()
                .forEach(
                        entry -> {
                            checkEntry(where, parent, entry.getKey(), entry.getValue());
                            walk(where, entry.getKey(), entry.getValue());
                        });
        if (node.isArray()) {
            node.forEach(child -> walk(where, parent, child));
        }
    }

    private void checkEntry(String where, String parent, String key, JsonNode value) {
        Set<String> allowed = key.equals("type") ? ALLOWED_TYPES.get(parent) : ALLOWED.get(key);
        if (allowed != null) {
            List<String> values =
                    value.isArray() ? Manifests.texts(value) : List.of(value.asText());
            demand(
                    allowed.containsAll(values),
                    Rule.ALLOWED_VALUE,
                    where,
                    key + " cannot be " + values);
        }
        if (PORTS.contains(key) && value.isInt()) {
            demand(
                    value.asInt() >= 1 && value.asInt() <= 65535,
                    Rule.ALLOWED_VALUE,
                    where,
                    key + " is " + value);
        }
        if (AT_LEAST_ONE.contains(key)) {
            demand(value.asInt() >= 1, Rule.ALLOWED_VALUE, where, key + " is " + value);
        }
        if (key.equals("mountPath")) {
            demand(value.asText().startsWith("/"), Rule.ALLOWED_VALUE, where, "mounts at " + value);
        }
        if (key.equals("labels") || key.equals("matchLabels")) {
            value.properties().forEach(label -> checkLabel(where, label));
        }
        if (key.equals("cidr")) {
            demand(
                    Cidr.isValid(value.asText()),
                    Rule.ALLOWED_VALUE,
                    where,
                    value + " is no block of addresses");
        }
    }

    private void checkLabel(String where, Map.Entry<String, JsonNode> label) {
        demand(
                label.getKey()
                                .matches(
                                        "([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([\\w.-]{0,61}[A-Za-z0-9])?")
                        && label.getValue()
                                .asText()
                                .matches("([A-Za-z0-9]([\\w.-]{0,61}[A-Za-z0-9])?)?"),
                Rule.ALLOWED_VALUE,
                where,
                "has a label that Kubernetes refuses: " + label);
    }
}
