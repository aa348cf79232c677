package io.jointly.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Computes from the NetworkPolicies, as a cluster would, who can talk to whom, and compares that
 * with the list of those who should: one path too many is as wrong as one that is missing.
 */
final class NetworkRules extends Findings {
    /** Ports at which every path is tried, beside those that a policy names. */
    private static final Set<String> INTERESTING =
            Set.of(
                    "22/TCP",
                    "53/TCP",
                    "53/UDP",
                    "80/TCP",
                    "443/TCP",
                    "443/UDP",
                    "5432/TCP",
                    "8080/TCP",
                    "8180/TCP",
                    "9000/TCP");

    private final Manifests manifests;
    private final Surroundings surroundings;
    private final List<JsonNode> policies;

    NetworkRules(Manifests manifests, Surroundings surroundings) {
        this.manifests = manifests;
        this.surroundings = surroundings;
        this.policies = manifests.ofKind("NetworkPolicy").map(JsonNode.class::cast).toList();
    }

    /**
     * Somebody on the network: a pod with its labels and those of its namespace, or an address
     * outside.
     */
    private record Peer(
            String name, boolean inside, JsonNode labels, JsonNode namespace, String address) {
        static Peer pod(String name, String labels, String namespace) {
            return new Peer(name, false, Yaml.node(labels), Yaml.node(namespace), "");
        }

        static Peer outside(String name, String address) {
            return new Peer(name, false, Yaml.node("{}"), Yaml.node("{}"), address);
        }
    }

    @Override
    List<Finding> check() {
        if (!surroundings.wholeSuite()) {
            return found();
        }
        for (String direction : List.of("Ingress", "Egress")) {
            boolean denied =
                    policies.stream()
                            .anyMatch(
                                    policy ->
                                            policy.at("/spec/podSelector").isEmpty()
                                                    && policy.at("/spec/podSelector").isObject()
                                                    && Manifests.texts(
                                                                    policy.at("/spec/policyTypes"))
                                                            .contains(direction)
                                                    && policy.at(
                                                                    "/spec/"
                                                                            + direction.toLowerCase(
                                                                                    java.util.Locale
                                                                                            .ROOT))
                                                            .isEmpty());
            demand(
                    denied,
                    Rule.DEFAULT_DENY,
                    "NetworkPolicy",
                    "denies no " + direction + " by default");
        }
        Set<String> open = openPaths();
        Set<String> wanted = surroundings.networkPaths();
        open.forEach(
                path ->
                        demand(
                                wanted.contains(path),
                                Rule.NETWORK_ALLOW_LIST,
                                "NetworkPolicy",
                                "opens a path too many: " + path));
        wanted.forEach(
                path ->
                        demand(
                                open.contains(path),
                                Rule.NETWORK_ALLOW_LIST,
                                "NetworkPolicy",
                                "closes a path: " + path));
        return found();
    }

    private Set<String> openPaths() {
        List<Peer> peers = peers();
        Set<String> ports = ports();
        var open = new TreeSet<String>();
        for (Peer from : peers) {
            for (Peer to : peers) {
                for (String port : ports) {
                    boolean leaves = allows("egress", from, to, port);
                    boolean arrives = allows("ingress", to, from, port);
                    String path = "%s -> %s %s".formatted(from.name(), to.name(), port);
                    if (leaves && arrives && (from.inside() || to.inside())) {
                        open.add(path);
                    }
                    demand(
                            leaves == arrives || !from.inside() || !to.inside(),
                            Rule.NETWORK_ALLOW_LIST,
                            "NetworkPolicy",
                            "opens only one end of " + path);
                }
            }
        }
        return open;
    }

    private List<Peer> peers() {
        JsonNode here =
                manifests
                        .find("Namespace", "jointly")
                        .map(namespace -> namespace.at("/metadata/labels"))
                        .orElse(Yaml.node("{}"));
        var peers = new ArrayList<Peer>();
        manifests
                .workloads()
                .forEach(
                        workload ->
                                peers.add(
                                        new Peer(
                                                workload.name(),
                                                true,
                                                workload.labels(),
                                                here,
                                                "")));
        peers.add(new Peer("unnamed-pod", true, Yaml.node("{}"), here, ""));
        peers.add(
                Peer.pod(
                        "cluster-dns",
                        "{k8s-app: kube-dns}",
                        "{kubernetes.io/metadata.name: kube-system}"));
        peers.add(Peer.pod("ingress-controller", "{app: any}", "{jointly.io/ingress: 'true'}"));
        peers.add(
                Peer.pod(
                        "other-namespace",
                        "{app.kubernetes.io/name: gateway, k8s-app: kube-dns}",
                        "{kubernetes.io/metadata.name: other}"));
        peers.add(Peer.outside("private-network", "10.1.2.3"));
        peers.add(Peer.outside("internet", "203.0.113.9"));
        peers.add(Peer.outside("machine-credentials", "169.254.169.254"));
        return peers;
    }

    private Set<String> ports() {
        var ports = new TreeSet<>(INTERESTING);
        Stream.of("ingress", "egress")
                .flatMap(
                        direction ->
                                policies.stream()
                                        .flatMap(
                                                policy ->
                                                        Manifests.stream(
                                                                policy.at("/spec/" + direction))))
                .flatMap(rule -> Manifests.stream(rule.path("ports")))
                .forEach(
                        port ->
                                ports.add(
                                        port.path("port").asText()
                                                + "/"
                                                + port.path("protocol").asText("TCP")));
        return ports;
    }

    /** Whether the policies of one end, if it has any, let the other end through. */
    private boolean allows(String direction, Peer self, Peer other, String port) {
        if (!self.inside()) {
            return true;
        }
        List<JsonNode> mine =
                policies.stream()
                        .filter(
                                policy ->
                                        Manifests.selects(
                                                policy.at("/spec/podSelector"), self.labels()))
                        .filter(
                                policy ->
                                        Manifests.texts(policy.at("/spec/policyTypes")).stream()
                                                .anyMatch(direction::equalsIgnoreCase))
                        .toList();
        return mine.isEmpty()
                || mine.stream()
                        .flatMap(policy -> Manifests.stream(policy.at("/spec/" + direction)))
                        .anyMatch(
                                rule ->
                                        atPort(rule.path("ports"), port)
                                                && withPeer(
                                                        rule.path(
                                                                direction.equals("egress")
                                                                        ? "to"
                                                                        : "from"),
                                                        other));
    }

    private static boolean atPort(JsonNode ports, String port) {
        String[] numberAndProtocol = port.split("/", 2);
        int number = Integer.parseInt(numberAndProtocol[0]);
        return ports.isEmpty()
                || Manifests.stream(ports)
                        .anyMatch(
                                open -> {
                                    int first = open.path("port").asInt(0);
                                    int last =
                                            open.path("endPort").asInt(first == 0 ? 65535 : first);
                                    boolean sameProtocol =
                                            open.path("protocol")
                                                    .asText("TCP")
                                                    .equals(numberAndProtocol[1]);
                                    return sameProtocol && first <= number && number <= last;
                                });
    }

    private static boolean withPeer(JsonNode peers, Peer other) {
        return peers.isEmpty()
                || Manifests.stream(peers)
                        .anyMatch(
                                peer -> {
                                    if (peer.has("ipBlock")) {
                                        return inBlock(peer.path("ipBlock"), other);
                                    }
                                    boolean rightNamespace =
                                            peer.has("namespaceSelector")
                                                    ? Manifests.selects(
                                                            peer.path("namespaceSelector"),
                                                            other.namespace())
                                                    : other.inside();
                                    return other.address().isEmpty()
                                            && rightNamespace
                                            && Manifests.selects(
                                                    peer.path("podSelector"), other.labels());
                                });
    }

    private static boolean inBlock(JsonNode block, Peer other) {
        return !other.address().isEmpty()
                && Cidr.of(block.path("cidr").asText()).contains(other.address())
                && Manifests.texts(block.path("except")).stream()
                        .noneMatch(except -> Cidr.of(except).contains(other.address()));
    }
}
