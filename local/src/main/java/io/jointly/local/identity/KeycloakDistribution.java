package io.jointly.local.identity;

import io.jointly.local.process.GuardedProcess;
import io.jointly.local.process.Java;
import io.jointly.local.process.Pause;
import io.jointly.local.process.Unpacking;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak's programs: unpacked from the Maven artifact and built for PostgreSQL, once for all
 * suites.
 */
record KeycloakDistribution(Path folder) {
    private static final List<String> BUILD_OPTIONS =
            List.of(
                    "--db=postgres",
                    "--health-enabled=true",
                    // What a demo realm never uses costs start-up time and memory.
                    "--features-disabled=organization,ciba,device-flow,kerberos,workflows,par,impersonation");

    /** Unpacks and builds unless an earlier start did; that takes half a minute. */
    static KeycloakDistribution of(Workspace workspace, Path log, Consumer<String> detail) {
        var archive = archive(workspace);
        var name =
                archive.getFileName()
                        .toString()
                        .replace("-quarkus-dist", "")
                        .replace(".tar.gz", "");
        // Another set of build options is another distribution.
        var target =
                workspace
                        .distributions()
                        .resolve(name + "-" + Integer.toHexString(BUILD_OPTIONS.hashCode()));
        detail.accept("unpacking Keycloak");
        Unpacking.once(
                target,
                () -> new GZIPInputStream(Files.newInputStream(archive)),
                unpacked -> {
                    detail.accept("building Keycloak for PostgreSQL, once");
                    build(unpacked.resolve(name), workspace, log);
                });
        return new KeycloakDistribution(target.resolve(name));
    }

    /** Whether the long first step lies behind us, so that less disk space and time are needed. */
    static boolean isThere(Workspace workspace) {
        try (var folders = Files.newDirectoryStream(workspace.distributions(), "keycloak-*")) {
            return folders.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path archive(Workspace workspace) {
        var pointer = workspace.root().resolve("local/target/launcher/keycloak.path");
        try {
            var archive = Path.of(Files.readString(pointer).strip());
            if (Files.exists(archive)) {
                return archive;
            }
        } catch (IOException e) {
            throw new LocalProblem(
                    "Keycloak is not fetched yet; build the module 'local' with Maven first.", e);
        }
        throw new LocalProblem(
                "Keycloak's archive is gone from the local Maven repository; build again with Maven.");
    }

    private static void build(Path unpacked, Workspace workspace, Path log) {
        var process =
                GuardedProcess.start(
                        new GuardedProcess.Spec(
                                new KeycloakDistribution(unpacked)
                                        .command(unpacked, List.of("-Xmx768m"), buildArguments()),
                                Map.of(),
                                log,
                                workspace.run().resolve("identity-build.pid"),
                                GuardedProcess.Signal.TERM,
                                Duration.ofSeconds(5)));
        try {
            while (process.isAlive()) {
                Pause.millis(100);
            }
        } finally {
            process.stop();
        }
        if (process.exitCode() != 0) {
            throw new LocalProblem("Keycloak could not be built; see %s.".formatted(log));
        }
    }

    private static List<String> buildArguments() {
        var arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        return arguments;
    }

    /** The same call that {@code kc.sh} makes, without the shell between us and the server. */
    List<String> command(Path home, List<String> jvmOptions, List<String> arguments) {
        var command = new ArrayList<>(List.of(Java.command()));
        command.addAll(jvmOptions);
        for (var packageName : List.of("util", "util.concurrent", "security", "lang")) {
            command.add("--add-opens=java.base/java." + packageName + "=ALL-UNNAMED");
        }
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dfile.encoding=UTF-8",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-cp",
                        folder.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    /**
     * A home with the shared programs and its own data, so that several suites run from one
     * distribution.
     */
    void linkInto(Path home) throws IOException {
        Files.createDirectories(home.resolve("data/import"));
        for (var part : List.of("conf", "lib", "providers", "themes")) {
            var link = home.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, folder.resolve(part));
        }
    }
}
