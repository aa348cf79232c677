package io.jointly.local.service;

import io.jointly.local.database.Databases;
import io.jointly.local.process.GuardedProcess;
import io.jointly.local.process.Http;
import io.jointly.local.process.Java;
import io.jointly.local.process.Part;
import io.jointly.local.process.Privileges;
import io.jointly.local.process.Progress;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Ports;
import io.jointly.local.workspace.Secrets;
import io.jointly.local.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the three services, or the gateway: a Quarkus application in a JVM of its own. */
public final class ServiceProcess implements Part {
    /**
     * A small heap; and code has to be a little hotter than usual before the slow, good compiler
     * takes it on: that costs no speed later and saves a quarter of the processor time that a start
     * takes.
     */
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "-Xms32m",
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:Tier4InvocationThreshold=20000",
                    "-XX:Tier4MinInvocationThreshold=5000",
                    "-XX:Tier4CompileThreshold=40000",
                    "-XX:Tier4BackEdgeThreshold=120000");

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final PartName name;
    private final Workspace workspace;
    private final Ports ports;
    private final String host;
    private final Secrets secrets;

    public ServiceProcess(
            PartName name, Workspace workspace, Ports ports, String host, Secrets secrets) {
        this.name = name;
        this.workspace = workspace;
        this.ports = ports;
        this.host = host;
        this.secrets = secrets;
    }

    @Override
    public PartName name() {
        return name;
    }

    /**
     * Services wait for their database alone: they look for Keycloak themselves while it starts
     * beside them.
     */
    @Override
    public Set<PartName> needs() {
        return isGateway() ? Set.of(PartName.IDENTITY) : Set.of(PartName.DATABASE);
    }

    @Override
    public Path log() {
        return workspace.log(name);
    }

    @Override
    public GuardedProcess launch(Progress.Task task) {
        var application = application();
        if (!Files.exists(application)) {
            throw new LocalProblem(
                    "%s is not built: %s is missing; run ./jointly up, or mvn package."
                            .formatted(name.label(), workspace.root().relativize(application)));
        }
        var command = new ArrayList<>(List.of(Java.command()));
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-jar", application.toString()));
        return GuardedProcess.start(
                new GuardedProcess.Spec(
                        Privileges.dyingWithParent("KILL", command),
                        environment(),
                        log(),
                        workspace.pidFile(name),
                        GuardedProcess.Signal.TERM,
                        GRACE));
    }

    private Path application() {
        var module = isGateway() ? name.label() : name.label() + "-service";
        return workspace.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", isGateway() ? host : Addresses.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port()));
        environment.put(
                "JOINTLY_OIDC_URL", Addresses.url(host, ports.identity()) + "/realms/jointly");
        environment.put("JOINTLY_CATALOG_URL", loopback(ports.catalog()));
        environment.put("JOINTLY_OKR_URL", loopback(ports.okr()));
        environment.put("JOINTLY_GOVERNANCE_URL", loopback(ports.governance()));
        if (name != PartName.CATALOG) { // which asks nobody for tokens
            environment.put("JOINTLY_CLIENT_SECRET", secrets.of("client." + name.label()));
        }
        if (isGateway()) {
            environment.put("JOINTLY_SESSION_KEY", secrets.of("gateway.session"));
            environment.put("JOINTLY_PUBLIC_URL", Addresses.url(host, ports.gateway()));
        } else {
            addDatabase(environment);
        }
        return environment;
    }

    private void addDatabase(Map<String, String> environment) {
        var databases = new Databases(ports.database(), secrets);
        var runtime = databases.runtime(name.label());
        var owner = databases.owner(name.label());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", databases.url(name.label()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", runtime.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", runtime.password());
        environment.put("QUARKUS_FLYWAY_USERNAME", owner.user());
        environment.put("QUARKUS_FLYWAY_PASSWORD", owner.password());
    }

    @Override
    public boolean isReady() {
        var address = isGateway() ? host : Addresses.LOOPBACK;
        return Http.answersOk("http://%s:%d/q/health/ready".formatted(bracketed(address), port()));
    }

    private static String bracketed(String address) {
        return switch (address) {
            case "0.0.0.0", "::" -> Addresses.LOOPBACK;
            default -> address.contains(":") ? "[" + address + "]" : address;
        };
    }

    private static String loopback(int port) {
        return "http://%s:%d".formatted(Addresses.LOOPBACK, port);
    }

    private int port() {
        return switch (name) {
            case CATALOG -> ports.catalog();
            case OKR -> ports.okr();
            case GOVERNANCE -> ports.governance();
            case GATEWAY -> ports.gateway();
            case DATABASE, IDENTITY -> throw new IllegalStateException(name + " is no service");
        };
    }

    private boolean isGateway() {
        return name == PartName.GATEWAY;
    }
}
