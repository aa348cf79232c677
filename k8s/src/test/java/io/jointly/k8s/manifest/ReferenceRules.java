package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;

/**
 * What one object says of another has to be true, or the cluster waits for something that never
 * comes.
 */
final class ReferenceRules extends Findings {
    private static final String PSS = "pod-security.kubernetes.io/";

    private final Manifests manifests;
    private final Surroundings surroundings;

    ReferenceRules(Manifests manifests, Surroundings surroundings) {
        this.manifests = manifests;
        this.surroundings = surroundings;
    }

    @Override
    List<Finding> check() {
        checkNamespace();
        manifests.workloads().forEach(this::checkWorkload);
        manifests.ofKind("Service").forEach(this::checkService);
        manifests.ofKind("Ingress").forEach(this::checkIngress);
        manifests
                .ofKind("PodDisruptionBudget")
                .forEach(
                        budget ->
                                demand(
                                        manifests
                                                .workloads()
                                                .anyMatch(
                                                        workload ->
                                                                Manifests.selects(
                                                                        budget.at("/spec/selector"),
                                                                        workload.labels())),
                                        Rule.REFERENCE,
                                        Manifests.where(budget),
                                        "protects no pod"));
        return found();
    }

    private void checkNamespace() {
        var seen = new HashSet<String>();
        for (JsonNode object : manifests.objects()) {
            String where = Manifests.where(object);
            demand(seen.add(where), Rule.UNIQUE_OBJECT, where, "is there twice");
            String namespace =
                    object.path("kind").asText().equals("Namespace")
                            ? Manifests.nameOf(object)
                            : object.at("/metadata/namespace").asText();
            demand(
                    namespace.equals("jointly"),
                    Rule.ONE_NAMESPACE,
                    where,
                    "is in '" + namespace + "'");
        }
        if (surroundings.wholeSuite()) {
            JsonNode labels =
                    manifests
                            .find("Namespace", "jointly")
                            .map(namespace -> namespace.at("/metadata/labels"))
                            .orElse(Yaml.node("{}"));
            for (String mode : List.of("enforce", "audit", "warn")) {
                demand(
                        labels.path(PSS + mode).asText().equals("restricted"),
                        Rule.NAMESPACE_RESTRICTED,
                        "Namespace/jointly",
                        "does not " + mode + " restricted pods");
            }
        }
    }

    private void checkWorkload(Workload workload) {
        JsonNode selector = workload.object().at("/spec/selector");
        demand(
                workload.kind().equals("Job")
                        || (!selector.isEmpty() && Manifests.selects(selector, workload.labels())),
                Rule.SELECTOR,
                workload.where(),
                "does not select its own pods");
        demand(
                workload.labels().path("app.kubernetes.io/name").asText().equals(workload.name()),
                Rule.SELECTOR,
                workload.where(),
                "has pods of another name");
        String account = workload.pod().path("serviceAccountName").asText();
        demand(
                manifests.find("ServiceAccount", account).isPresent(),
                Rule.REFERENCE,
                workload.where(),
                "needs the service account '" + account + "'");
        workload.pod()
                .findValues("configMapRef")
                .forEach(reference -> checkConfigMap(workload, reference));
        workload.pod()
                .findValues("configMapKeyRef")
                .forEach(reference -> checkConfigMap(workload, reference));
        workload.pod()
                .findValues("configMap")
                .forEach(reference -> checkConfigMap(workload, reference));
        workload.pod()
                .findValues("secretKeyRef")
                .forEach(reference -> checkSecret(workload, reference));
    }

    private void checkConfigMap(Workload workload, JsonNode reference) {
        String name = reference.path("name").asText();
        var configMap = manifests.find("ConfigMap", name);
        demand(
                configMap.isPresent() || surroundings.configMaps().contains(name),
                Rule.REFERENCE,
                workload.where(),
                "needs the ConfigMap '" + name + "'");
        for (JsonNode item : reference.path("items")) {
            demand(
                    configMap.isEmpty()
                            || configMap.get().path("data").has(item.path("key").asText()),
                    Rule.REFERENCE,
                    workload.where(),
                    name + " has no key " + item.path("key"));
        }
    }

    private void checkSecret(Workload workload, JsonNode reference) {
        String key = reference.path("name").asText() + "/" + reference.path("key").asText();
        demand(
                surroundings.secretKeys().contains(key),
                Rule.REFERENCE,
                workload.where(),
                "needs a secret that k8s/secrets does not create: " + key);
    }

    private void checkService(JsonNode service) {
        String where = Manifests.where(service);
        demand(
                service.at("/spec/type").asText("ClusterIP").equals("ClusterIP")
                        && service.at("/spec/externalIPs").isMissingNode(),
                Rule.EXPOSURE,
                where,
                "can be reached from outside, past the gateway's ingress");
        ObjectNode selector = JsonNodeFactory.instance.objectNode();
        selector.set("matchLabels", service.at("/spec/selector"));
        List<Workload> behind =
                manifests
                        .workloads()
                        .filter(workload -> !service.at("/spec/selector").isEmpty())
                        .filter(workload -> Manifests.selects(selector, workload.labels()))
                        .toList();
        demand(
                behind.size() == 1,
                Rule.REFERENCE,
                where,
                "has " + behind.size() + " workloads behind it");
        for (Workload workload : behind) {
            for (JsonNode port : service.at("/spec/ports")) {
                demand(
                        opens(workload, port.path("targetPort")),
                        Rule.REFERENCE,
                        where,
                        "leads to a port that is not open: " + port.path("targetPort"));
            }
        }
    }

    private static boolean opens(Workload workload, JsonNode wanted) {
        return workload.containers()
                .flatMap(container -> Manifests.stream(container.path("ports")))
                .anyMatch(
                        port ->
                                wanted.equals(port.path("name"))
                                        || wanted.equals(port.path("containerPort")));
    }

    private void checkIngress(JsonNode ingress) {
        String where = Manifests.where(ingress);
        var protectedHosts = new HashSet<String>();
        for (JsonNode tls : ingress.at("/spec/tls")) {
            String secret = tls.path("secretName").asText();
            demand(
                    surroundings.secretKeys().contains(secret + "/tls.crt"),
                    Rule.REFERENCE,
                    where,
                    "needs the certificate '" + secret + "'");
            protectedHosts.addAll(Manifests.texts(tls.path("hosts")));
        }
        demand(
                ingress.at("/spec/defaultBackend").isMissingNode(),
                Rule.EXPOSURE,
                where,
                "answers for any host");
        for (JsonNode rule : ingress.at("/spec/rules")) {
            String host = rule.path("host").asText();
            demand(
                    protectedHosts.contains(host),
                    Rule.EXPOSURE,
                    where,
                    "sends '" + host + "' unencrypted");
            for (JsonNode path : rule.at("/http/paths")) {
                String service = path.at("/backend/service/name").asText();
                demand(
                        service.equals("gateway"),
                        Rule.EXPOSURE,
                        where,
                        "leads past the gateway, to " + service);
                JsonNode port = path.at("/backend/service/port/name");
                demand(
                        manifests.find("Service", service).stream()
                                .flatMap(found -> Manifests.stream(found.at("/spec/ports")))
                                .anyMatch(open -> port.equals(open.path("name"))),
                        Rule.REFERENCE,
                        where,
                        "leads to no port of " + service);
            }
        }
    }
}
