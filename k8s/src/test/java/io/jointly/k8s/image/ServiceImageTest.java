package io.jointly.k8s.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds an image of a small program with the layout of a Quarkus application, takes it apart and
 * runs it.
 */
class ServiceImageTest {
    private static final Instant CREATED = Instant.parse("2026-11-21T00:00:00Z");

    /**
     * Says what a service depends on in a container: the JVM, encryption, time zones, a place to
     * write.
     */
    private static final String PROGRAM =
            """
            public class Program {
                public static void main(String[] args) throws Exception {
                    System.out.println("java " + Runtime.version().feature());
                    System.out.println("tls " + javax.net.ssl.SSLContext.getDefault().getProtocol());
                    System.out.println("roots " + (roots() > 50));
                    System.out.println("zone " + java.time.ZoneId.of("Europe/Paris"));
                    System.out.println("names " + java.net.InetAddress.getByName("127.0.0.1").isLoopbackAddress());
                    java.nio.file.Files.createTempFile("a", "b");
                    System.out.println("tmp writable");
                    System.out.println("app writable " + new java.io.File("/app").canWrite());
                }

                static int roots() throws Exception {
                    var factory = javax.net.ssl.TrustManagerFactory.getInstance("PKIX");
                    factory.init((java.security.KeyStore) null);
                    return ((javax.net.ssl.X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers().length;
                }
            }
            """;

    @TempDir static Path folder;

    private static SavedImage image;

    @BeforeAll
    static void build() throws Exception {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "left out: the image's runtime is that of a Linux machine");
        Path tar = build("whole", JavaRuntime.MODULES, writeProgram(folder.resolve("quarkus-app")));
        image = SavedImage.read(tar);
    }

    @Test
    void isAWholeImage() throws IOException {
        assertThat(image.tags()).containsExactly("jointly/sample-service:1.2.3");
        assertThat(image.actualDigests()).hasSize(4).isEqualTo(image.promisedDigests());
    }

    @Test
    void saysHowItRuns() throws IOException {
        var config = image.config();

        assertThat(config.path("os").asText()).isEqualTo("linux");
        assertThat(config.path("architecture").asText()).isIn("amd64", "arm64");
        assertThat(Instant.parse(config.path("created").asText())).isEqualTo(CREATED);
        assertThat(config.at("/config/User").asText()).isEqualTo("10001:10001");
        assertThat(config.at("/config/Entrypoint").toString())
                .startsWith("[\"/opt/java/bin/java\",");
        assertThat(config.at("/config/ExposedPorts").has("8080/tcp")).isTrue();
    }

    @Test
    void holdsNothingToWriteToAndNothingToClimbWith() throws IOException {
        List<TarArchiveEntry> files = image.files();

        assertThat(files)
                .allSatisfy(
                        file -> {
                            assertThat(file.getLongUserId()).isZero();
                            assertThat(file.getMode() & 06000)
                                    .as("setuid or setgid on %s", file.getName())
                                    .isZero();
                            assertThat(file.getName().equals("tmp/") || (file.getMode() & 022) == 0)
                                    .as("only /tmp is writable, not %s", file.getName())
                                    .isTrue();
                        });
        assertThat(files)
                .extracting(TarArchiveEntry::getName)
                .noneMatch(name -> name.matches(".*/(sh|bash|busybox|apt|dpkg|curl)"))
                .contains("app/quarkus-run.jar", "app/lib/main/library.jar", "etc/passwd");
    }

    @Test
    void isTheSameEachTime() throws Exception {
        // The smallest runtime will do here: it is made by the same steps as the whole one.
        Path one = build("one", "java.base", writeProgram(folder.resolve("one/quarkus-app")));
        Path other = build("other", "java.base", writeProgram(folder.resolve("other/quarkus-app")));

        assertThat(SavedImage.sha256(Files.readAllBytes(one)))
                .isEqualTo(SavedImage.sha256(Files.readAllBytes(other)));
    }

    @Test
    void runsFromItsOwnFilesAlone() throws Exception {
        Path root = Files.createDirectory(folder.resolve("root"));
        image.unpack(root);
        var command = new ArrayList<>(changeRoot(root));
        image.config().at("/config/Entrypoint").forEach(argument -> command.add(argument.asText()));

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .contains(
                        "java " + Runtime.version().feature(),
                        "tls Default",
                        "roots true",
                        "zone Europe/Paris",
                        "names true",
                        "tmp writable");
        if (command.contains("--userspec=" + ServiceImage.USER)) {
            assertThat(output.lines()).contains("app writable false");
        }
    }

    @Test
    void namesTheModuleThatIsNotBuilt() {
        String[] arguments = {
            folder.toString(),
            folder.resolve("images").toString(),
            "1",
            CREATED.toString(),
            "scratch"
        };

        assertThatThrownBy(() -> Images.main(arguments))
                .hasMessageContaining("catalog-service is not built yet");
    }

    private static Path build(String name, String modules, Path quarkusApp) throws Exception {
        Path work = folder.resolve("work-" + name);
        Path result = folder.resolve(name + ".tar");
        new ServiceImage("sample-service", "1.2.3", CREATED)
                .build(BaseImage.ofThisBuild(work, modules), quarkusApp, result, work);
        return result;
    }

    /**
     * As root, like a container engine; else as root of a user namespace of its own, where the
     * kernel permits that.
     */
    private static List<String> changeRoot(Path root) throws IOException, InterruptedException {
        boolean asRoot = System.getProperty("user.name").equals("root");
        var command = new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork"));
        if (!asRoot) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        // Every container has /proc, and the launcher finds its libraries by it.
        command.add("--mount-proc=" + Files.createDirectory(root.resolve("proc")));
        var attempt = new ArrayList<>(command);
        attempt.add("true");
        assumeTrue(
                new ProcessBuilder(attempt).start().waitFor() == 0,
                "left out: this machine lets nobody but root change the root folder");
        command.add("chroot");
        if (asRoot) {
            command.add("--userspec=" + ServiceImage.USER);
        }
        command.add(root.toString());
        return command;
    }

    private static Path writeProgram(Path quarkusApp) throws IOException {
        Path source =
                Files.createDirectories(quarkusApp.resolveSibling("source"))
                        .resolve("Program.java");
        Files.writeString(source, PROGRAM);
        int compiled =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
        assertThat(compiled).isZero();
        Files.createDirectories(quarkusApp.resolve("lib/main"));
        writeJar(quarkusApp.resolve("quarkus-run.jar"), source.resolveSibling("Program.class"));
        writeJar(quarkusApp.resolve("lib/main/library.jar"), source);
        return quarkusApp;
    }

    private static void writeJar(Path jar, Path content) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Program");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("META-INF/MANIFEST.MF", content.getFileName().toString())) {
                var entry = new JarEntry(name);
                entry.setTime(CREATED.toEpochMilli());
                out.putNextEntry(entry);
                if (name.startsWith("META-INF")) {
                    manifest.write(out);
                } else {
                    out.write(Files.readAllBytes(content));
                }
            }
        }
    }
}
