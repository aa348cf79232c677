package io.jointly.k8s.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The image of one part, from the folder that its Quarkus build leaves. */
record ServiceImage(String part, String version, Instant created) {
    /**
     * The user of the manifests as well; a number, because Kubernetes cannot tell from a name that
     * it is not root.
     */
    static final String USER = "10001:10001";

    private static final AbsoluteUnixPath APP = AbsoluteUnixPath.get("/app");

    void build(BaseImage base, Path quarkusApp, Path tar, Path work) throws Exception {
        JibContainerBuilder container =
                base.start()
                        .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                        .setCreationTime(created)
                        .setUser(USER)
                        .setWorkingDirectory(APP)
                        .setEnvironment(Map.of("LANG", "C.UTF-8"))
                        .setExposedPorts(Set.of(Port.tcp(8080)))
                        .setLabels(
                                Map.of(
                                        "org.opencontainers.image.title",
                                        part,
                                        "org.opencontainers.image.version",
                                        version))
                        .setEntrypoint(
                                List.of(
                                        base.java(),
                                        // Half of the limit for the heap: class data, threads and
                                        // buffers want as much again.
                                        "-XX:MaxRAMPercentage=50",
                                        "-XX:+ExitOnOutOfMemoryError",
                                        "-jar",
                                        "/app/quarkus-run.jar"));
        // Libraries change seldom, so they are a layer that nodes keep.
        container.addFileEntriesLayer(
                layer("dependencies", quarkusApp, file -> file.equals("lib")));
        container.addFileEntriesLayer(
                layer("application", quarkusApp, file -> !file.equals("lib")));
        container.containerize(
                Containerizer.to(TarImage.at(tar).named("jointly/" + part + ":" + version))
                        .setOfflineMode(base.isOffline())
                        .setBaseImageLayersCache(work.resolve("base-layers"))
                        .setApplicationLayersCache(work.resolve("layers")));
    }

    private static FileEntriesLayer layer(String name, Path quarkusApp, Predicate<String> belongs)
            throws IOException {
        var layer = FileEntriesLayer.builder().setName(name);
        try (Stream<Path> files = Files.list(quarkusApp)) {
            for (Path file : files.sorted().toList()) {
                if (belongs.test(file.getFileName().toString())) {
                    layer.addEntryRecursive(file, APP.resolve(file.getFileName().toString()));
                }
            }
        }
        return layer.build();
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> System.getProperty("os.arch");
        };
    }
}
