package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds an object against Kubernetes' OpenAPI document, as strictly as the API server with strict
 * field validation: no unknown field, every required field, the right type all the way down.
 *
 * <p>The description comes from the model classes that Kubernetes' own Java client generates from
 * that document; they carry the names of all fields, the required ones, and the type of each.
 */
final class KubernetesSchema {
    /** A kind that is not listed is refused: RBAC, webhooks and the like have no business here. */
    private static final Map<String, Class<?>> KINDS =
            Map.ofEntries(
                    Map.entry("v1/Namespace", V1Namespace.class),
                    Map.entry("v1/ServiceAccount", V1ServiceAccount.class),
                    Map.entry("v1/Service", V1Service.class),
                    Map.entry("v1/ConfigMap", V1ConfigMap.class),
                    Map.entry("v1/Secret", V1Secret.class),
                    Map.entry("apps/v1/Deployment", V1Deployment.class),
                    Map.entry("apps/v1/StatefulSet", V1StatefulSet.class),
                    Map.entry("batch/v1/Job", V1Job.class),
                    Map.entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class),
                    Map.entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class),
                    Map.entry("networking.k8s.io/v1/Ingress", V1Ingress.class));

    private final String where;
    private final List<Finding> findings = new ArrayList<>();

    private KubernetesSchema(String where) {
        this.where = where;
    }

    static List<Finding> check(JsonNode object) {
        var schema = new KubernetesSchema(Manifests.where(object));
        String kind = object.path("apiVersion").asText() + "/" + object.path("kind").asText();
        if (!KINDS.containsKey(kind)) {
            return List.of(
                    new Finding(
                            Rule.KNOWN_KIND,
                            schema.where,
                            "is of the unknown or unwanted kind " + kind));
        }
        schema.check(object, KINDS.get(kind), "");
        return schema.findings;
    }

    private void check(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            Type element =
                    generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            checkCollection(node, (Class<?>) generic.getRawType(), element, path);
            return;
        }
        var single = (Class<?>) type;
        Map<String, Type> fields = fieldsOf(single);
        if (fields.isEmpty()) {
            if (!fits(node, single)) {
                findings.add(
                        new Finding(
                                Rule.WRONG_TYPE, where, path + " is no " + single.getSimpleName()));
            }
        } else if (node.isObject()) {
            checkFields(node, single, fields, path);
        } else {
            findings.add(new Finding(Rule.WRONG_TYPE, where, path + " is no object"));
        }
    }

    private void checkCollection(JsonNode node, Class<?> collection, Type element, String path) {
        boolean list =
                List.class.isAssignableFrom(collection) || Set.class.isAssignableFrom(collection);
        if (list ? !node.isArray() : !node.isObject()) {
            findings.add(
                    new Finding(
                            Rule.WRONG_TYPE, where, path + " is no " + (list ? "list" : "map")));
            return;
        }
        if (list) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), element, path + "/" + i);
            }
        } else {
            node.properties()
                    .forEach(
                            entry -> check(entry.getValue(), element, path + "/" + entry.getKey()));
        }
    }

    private void checkFields(JsonNode node, Class<?> model, Map<String, Type> fields, String path) {
        for (String required : names(model, "openapiRequiredFields")) {
            if (!node.has(required)) {
                findings.add(
                        new Finding(
                                Rule.MISSING_FIELD, where, path + "/" + required + " is missing"));
            }
        }
        node.properties()
                .forEach(
                        entry -> {
                            String field = path + "/" + entry.getKey();
                            if (fields.containsKey(entry.getKey())) {
                                check(entry.getValue(), fields.get(entry.getKey()), field);
                            } else {
                                findings.add(
                                        new Finding(
                                                Rule.UNKNOWN_FIELD,
                                                where,
                                                field + " is no field of Kubernetes"));
                            }
                        });
    }

    private static boolean fits(JsonNode node, Class<?> type) {
        if (type == String.class) {
            return node.isTextual();
        } else if (type == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt();
        } else if (type == Long.class) {
            return node.isIntegralNumber() && node.canConvertToLong();
        } else if (type == Double.class) {
            return node.isNumber();
        } else if (type == Boolean.class) {
            return node.isBoolean();
        } else if (type == IntOrString.class) {
            return node.isTextual() || (node.isIntegralNumber() && node.canConvertToInt());
        } else if (type == Quantity.class) {
            return isQuantity(node);
        } else if (type == OffsetDateTime.class) {
            return node.isTextual()
                    && node.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*");
        } else if (type == byte[].class) {
            return isBase64(node);
        } else if (type == Object.class) {
            return !node.isNull();
        }
        throw new IllegalStateException("no notion of the type " + type);
    }

    private static boolean isQuantity(JsonNode node) {
        if (!node.isTextual() && !node.isNumber()) {
            return false;
        }
        try {
            return Quantity.fromString(node.asText()).getNumber().signum() >= 0;
        } catch (QuantityFormatException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isBase64(JsonNode node) {
        try {
            Base64.getDecoder().decode(node.asText());
            return node.isTextual();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, Type> fieldsOf(Class<?> model) {
        Set<String> names = names(model, "openapiFields");
        var fields = new HashMap<String, Type>();
        for (Field field : names.isEmpty() ? new Field[0] : model.getDeclaredFields()) {
            SerializedName name = field.getAnnotation(SerializedName.class);
            if (name != null) {
                fields.put(name.value(), field.getGenericType());
            }
        }
        if (!fields.keySet().equals(names)) {
            throw new IllegalStateException("the model of " + model + " contradicts itself");
        }
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Set<String> names(Class<?> model, String list) {
        try {
            return (Set<String>) model.getField(list).get(null);
        } catch (NoSuchFieldException e) {
            return Set.of();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
