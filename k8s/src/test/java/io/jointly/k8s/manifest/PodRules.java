package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each pod must renounce: the restricted Pod Security Standard, and somewhat more. */
final class PodRules extends Findings {
    private static final Set<String> RESTRICTED_VOLUMES =
            Set.of(
                    "configMap",
                    "csi",
                    "downwardAPI",
                    "emptyDir",
                    "ephemeral",
                    "persistentVolumeClaim",
                    "projected",
                    "secret");
    private static final Pattern TAGGED =
            Pattern.compile("[a-z0-9./_-]+:(?<tag>[\\w][\\w.-]{0,127})(@sha256:[0-9a-f]{64})?");

    private final Manifests manifests;

    PodRules(Manifests manifests) {
        this.manifests = manifests;
    }

    @Override
    List<Finding> check() {
        manifests
                .workloads()
                .forEach(
                        workload -> {
                            checkPod(workload);
                            workload.allContainers()
                                    .forEach(container -> checkContainer(workload, container));
                        });
        return found();
    }

    private void checkPod(Workload workload) {
        String where = workload.where();
        JsonNode pod = workload.pod();
        JsonNode security = pod.path("securityContext");
        demand(
                security.path("runAsNonRoot").asBoolean(false),
                Rule.RUN_AS_NON_ROOT,
                where,
                "may run as root");
        demand(
                security.path("runAsUser").asInt() > 0,
                Rule.RUN_AS_NON_ROOT,
                where,
                "names no user but root");
        demand(
                security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                Rule.SECCOMP,
                where,
                "has not the runtime's seccomp profile");
        for (String access : List.of("hostNetwork", "hostPID", "hostIPC")) {
            demand(!pod.path(access).asBoolean(false), Rule.HOST_ACCESS, where, "uses " + access);
        }
        demand(
                pod.path("automountServiceAccountToken").isBoolean()
                        && !pod.path("automountServiceAccountToken").asBoolean(),
                Rule.SERVICE_ACCOUNT_TOKEN,
                where,
                "mounts a token of the cluster");
        demand(
                pod.path("enableServiceLinks").isBoolean()
                        && !pod.path("enableServiceLinks").asBoolean(),
                Rule.SERVICE_LINKS,
                where,
                "lets other services into its environment");
        for (JsonNode volume : pod.path("volumes")) {
            checkVolume(where, volume);
        }
        checkServiceAccount(workload);
    }

    private void checkVolume(String where, JsonNode volume) {
        String name = volume.path("name").asText();
        volume.fieldNames()
                .forEachRemaining(
                        type -> {
                            if (!type.equals("name")) {
                                demand(
                                        RESTRICTED_VOLUMES.contains(type),
                                        Rule.VOLUME_TYPE,
                                        where,
                                        name + " is of type " + type);
                            }
                        });
        for (JsonNode source : volume.at("/projected/sources")) {
            demand(
                    !source.has("serviceAccountToken"),
                    Rule.SERVICE_ACCOUNT_TOKEN,
                    where,
                    name + " projects a token of the cluster");
        }
        demand(
                !volume.has("emptyDir") || volume.at("/emptyDir").has("sizeLimit"),
                Rule.RESOURCES,
                where,
                name + " may fill the node's disk");
    }

    private void checkServiceAccount(Workload workload) {
        String account = workload.pod().path("serviceAccountName").asText();
        demand(
                account.equals(workload.name()),
                Rule.SERVICE_ACCOUNT_TOKEN,
                workload.where(),
                "has no service account of its own");
        manifests
                .find("ServiceAccount", account)
                .ifPresent(
                        found ->
                                demand(
                                        found.path("automountServiceAccountToken").isBoolean()
                                                && !found.path("automountServiceAccountToken")
                                                        .asBoolean(),
                                        Rule.SERVICE_ACCOUNT_TOKEN,
                                        Manifests.where(found),
                                        "mounts its token by default"));
    }

    private void checkContainer(Workload workload, JsonNode container) {
        String where = workload.where() + " container " + container.path("name").asText();
        JsonNode security = container.path("securityContext");
        demand(
                security.path("runAsNonRoot").asBoolean(true)
                        && security.path("runAsUser").asInt(1) > 0,
                Rule.RUN_AS_NON_ROOT,
                where,
                "runs as root after all");
        demand(
                security.at("/seccompProfile/type")
                        .asText("RuntimeDefault")
                        .equals("RuntimeDefault"),
                Rule.SECCOMP,
                where,
                "replaces the pod's seccomp profile");
        demand(
                security.path("readOnlyRootFilesystem").asBoolean(false),
                Rule.READ_ONLY_ROOT,
                where,
                "can write to its root file system");
        demand(
                Manifests.texts(security.at("/capabilities/drop")).contains("ALL")
                        && security.at("/capabilities/add").isEmpty(),
                Rule.CAPABILITIES,
                where,
                "keeps capabilities");
        demand(
                !security.path("allowPrivilegeEscalation").asBoolean(true)
                        && !security.path("privileged").asBoolean(false),
                Rule.PRIVILEGE_ESCALATION,
                where,
                "can gain privileges");
        demand(
                Manifests.stream(container.path("ports")).noneMatch(port -> port.has("hostPort")),
                Rule.HOST_ACCESS,
                where,
                "takes a port of the node");
        checkImage(where, container.path("image").asText());
        checkResources(where, container.path("resources"));
        checkMounts(workload, where, container);
    }

    private void checkImage(String where, String image) {
        var tagged = TAGGED.matcher(image);
        boolean fixed = tagged.matches() && !tagged.group("tag").equals("latest");
        demand(fixed, Rule.IMAGE_TAG, where, "has an image without a fixed tag: " + image);
        if (image.startsWith("jointly/")) {
            String version = System.getProperty("project.version");
            demand(
                    image.endsWith(":" + version),
                    Rule.IMAGE_TAG,
                    where,
                    "runs " + image + " but the build makes " + version);
        }
    }

    private void checkResources(String where, JsonNode resources) {
        for (String resource : List.of("cpu", "memory")) {
            JsonNode request = resources.at("/requests/" + resource);
            JsonNode limit = resources.at("/limits/" + resource);
            boolean both = amount(request).signum() > 0 && amount(limit).signum() > 0;
            demand(both, Rule.RESOURCES, where, "has no request and limit of " + resource);
            demand(
                    !both || amount(request).compareTo(amount(limit)) <= 0,
                    Rule.RESOURCES,
                    where,
                    "asks for more " + resource + " than it may use");
        }
    }

    private static BigDecimal amount(JsonNode quantity) {
        try {
            return quantity.isMissingNode()
                    ? BigDecimal.ZERO
                    : Quantity.fromString(quantity.asText()).getNumber();
        } catch (QuantityFormatException | NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    private void checkMounts(Workload workload, String where, JsonNode container) {
        Set<String> declared =
                Stream.concat(
                                Manifests.stream(workload.pod().path("volumes")),
                                Manifests.stream(workload.object().at("/spec/volumeClaimTemplates"))
                                        .map(claim -> claim.path("metadata")))
                        .map(volume -> volume.path("name").asText())
                        .collect(Collectors.toSet());
        for (JsonNode mount : container.path("volumeMounts")) {
            String name = mount.path("name").asText();
            demand(
                    declared.contains(name),
                    Rule.REFERENCE,
                    where,
                    "mounts " + name + ", which is no volume");
        }
        // Init containers may get by without; what serves needs it: the JVM and PostgreSQL write
        // there.
        boolean serves = workload.containers().anyMatch(container::equals);
        boolean writableTmp =
                Manifests.stream(container.path("volumeMounts"))
                        .anyMatch(
                                mount ->
                                        mount.path("mountPath").asText().equals("/tmp")
                                                && !mount.path("readOnly").asBoolean(false)
                                                && isEmptyDir(
                                                        workload, mount.path("name").asText()));
        demand(
                !serves || writableTmp,
                Rule.WRITABLE_TMP,
                where,
                "has no /tmp of its own to write to");
    }

    private static boolean isEmptyDir(Workload workload, String name) {
        return Manifests.stream(workload.pod().path("volumes"))
                .anyMatch(
                        volume ->
                                volume.path("name").asText().equals(name)
                                        && volume.has("emptyDir"));
    }
}
