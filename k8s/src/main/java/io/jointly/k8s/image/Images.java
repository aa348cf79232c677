package io.jointly.k8s.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Builds the images of all parts; {@code mvn -Pimages -pl k8s package} calls it. */
public final class Images {
    static final List<String> PARTS =
            List.of("catalog-service", "okr-service", "governance-service", "gateway");

    private Images() {}

    /**
     * Takes the project's folder, the folder for the images, the version, the time of creation and
     * the base image.
     */
    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]).toAbsolutePath().normalize();
        Path target = Files.createDirectories(Path.of(args[1]));
        String version = args[2];
        Instant created = Instant.parse(args[3]);
        String base = args[4];

        for (String part : PARTS) {
            requireBuilt(project.resolve(part));
        }
        say(
                "Preparing the base: "
                        + (base.equals("scratch") ? "the Java runtime of this build" : base));
        var runtime =
                base.equals("scratch")
                        ? BaseImage.ofThisBuild(target.resolve("work"), JavaRuntime.MODULES)
                        : BaseImage.named(base);
        for (String part : PARTS) {
            Path app = project.resolve(part).resolve("target/quarkus-app");
            Path tar = target.resolve(part + ".tar");
            new ServiceImage(part, version, created)
                    .build(runtime, app, tar, target.resolve("work"));
            say(
                    "jointly/%s:%s is in %s (%d MB)"
                            .formatted(part, version, tar, Files.size(tar) >> 20));
        }
    }

    private static void requireBuilt(Path module) throws IOException {
        if (!Files.exists(module.resolve("target/quarkus-app/quarkus-run.jar"))) {
            throw new IOException(
                    "%s is not built yet: run `mvn package -pl %s -am` first"
                            .formatted(module.getFileName(), module.getFileName()));
        }
    }

    // To standard output on purpose: this is a command, and these lines are its answer.
    private static void say(String line) {
        System.out.println(line);
    }
}
