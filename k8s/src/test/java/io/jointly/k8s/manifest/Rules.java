package io.jointly.k8s.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is demanded of a rendered kustomization: Kubernetes' schema first, then the rules of
 * this house.
 */
final class Rules {
    private Rules() {}

    static List<Finding> check(Manifests manifests, Surroundings surroundings) {
        var findings = new ArrayList<Finding>();
        manifests.objects().forEach(object -> findings.addAll(KubernetesSchema.check(object)));
        findings.addAll(new ValueRules(manifests).check());
        findings.addAll(new PodRules(manifests).check());
        findings.addAll(new AvailabilityRules(manifests).check());
        findings.addAll(new ReferenceRules(manifests, surroundings).check());
        findings.addAll(new EnvironmentRules(manifests, surroundings).check());
        findings.addAll(new NetworkRules(manifests, surroundings).check());
        return findings;
    }
}
