package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What keeps the suite answering while pods, nodes and versions come and go. */
final class AvailabilityRules extends Findings {
    private final Manifests manifests;

    AvailabilityRules(Manifests manifests) {
        this.manifests = manifests;
    }

    @Override
    List<Finding> check() {
        manifests
                .workloads()
                .filter(Workload::runsForever)
                .forEach(
                        workload -> {
                            workload.containers()
                                    .forEach(container -> checkProbes(workload, container));
                            checkBudget(workload);
                            if (EnvironmentRules.isPart(workload.name())) {
                                checkReplicas(workload);
                                checkSpread(workload);
                                checkGrace(workload);
                            }
                        });
        return found();
    }

    private void checkProbes(Workload workload, JsonNode container) {
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            JsonNode action = container.path(probe);
            demand(
                    action.has("httpGet") || action.has("exec") || action.has("tcpSocket"),
                    Rule.PROBES,
                    workload.where(),
                    "has no " + probe);
            JsonNode port = action.at("/httpGet/port");
            demand(
                    port.isMissingNode()
                            || Manifests.stream(container.path("ports"))
                                    .anyMatch(
                                            open ->
                                                    port.equals(open.path("name"))
                                                            || port.equals(
                                                                    open.path("containerPort"))),
                    Rule.PROBES,
                    workload.where(),
                    "asks at a port that is not open: " + port.asText());
            if (EnvironmentRules.isPart(workload.name())) {
                String aspect =
                        probe.replace("Probe", "")
                                .replace("startup", "started")
                                .replace("readiness", "ready")
                                .replace("liveness", "live");
                demand(
                        action.at("/httpGet/path").asText().equals("/q/health/" + aspect),
                        Rule.PROBES,
                        workload.where(),
                        "has a " + probe + " that asks something else");
            }
        }
    }

    private void checkBudget(Workload workload) {
        List<JsonNode> budgets =
                manifests
                        .ofKind("PodDisruptionBudget")
                        .filter(
                                budget ->
                                        Manifests.selects(
                                                budget.at("/spec/selector"), workload.labels()))
                        .map(JsonNode.class::cast)
                        .toList();
        demand(
                budgets.size() == 1,
                Rule.DISRUPTION_BUDGET,
                workload.where(),
                "has " + budgets.size() + " budgets");
        for (JsonNode budget : budgets) {
            int replicas = workload.object().at("/spec/replicas").asInt(1);
            JsonNode least = budget.at("/spec/minAvailable");
            boolean drains =
                    least.isMissingNode()
                            ? budget.at("/spec/maxUnavailable").asInt() >= 1
                            : least.isInt() && least.asInt() < replicas;
            demand(
                    drains,
                    Rule.DISRUPTION_BUDGET,
                    Manifests.where(budget),
                    "would let no node be drained");
        }
    }

    private void checkReplicas(Workload workload) {
        JsonNode spec = workload.object().path("spec");
        demand(
                spec.path("replicas").asInt() >= 2,
                Rule.REPLICAS,
                workload.where(),
                "runs once only");
        JsonNode unavailable = spec.at("/strategy/rollingUpdate/maxUnavailable");
        demand(
                unavailable.isInt() && unavailable.asInt() == 0,
                Rule.REPLICAS,
                workload.where(),
                "has fewer replicas while it is rolled");
    }

    private void checkSpread(Workload workload) {
        boolean overNodes =
                Manifests.stream(workload.pod().path("topologySpreadConstraints"))
                        .anyMatch(
                                spread ->
                                        spread.path("topologyKey")
                                                        .asText()
                                                        .equals("kubernetes.io/hostname")
                                                && !spread.path("labelSelector").isEmpty()
                                                && Manifests.selects(
                                                        spread.path("labelSelector"),
                                                        workload.labels()));
        demand(overNodes, Rule.SPREAD, workload.where(), "may have all its replicas on one node");
    }

    private void checkGrace(Workload workload) {
        int grace = workload.pod().path("terminationGracePeriodSeconds").asInt();
        workload.containers()
                .forEach(
                        container -> {
                            int sleep = container.at("/lifecycle/preStop/sleep/seconds").asInt();
                            demand(
                                    sleep >= 1,
                                    Rule.GRACEFUL_STOP,
                                    workload.where(),
                                    "stops before the proxies know of it");
                            demand(
                                    grace >= sleep + 30,
                                    Rule.GRACEFUL_STOP,
                                    workload.where(),
                                    "is killed before it can finish");
                        });
    }
}
