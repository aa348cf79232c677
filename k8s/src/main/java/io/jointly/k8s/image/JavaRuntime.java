package io.jointly.k8s.image;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java runtime of this build as image layers: {@code jlink} makes it, {@code ldd} tells which
 * libraries of the system it loads, and nothing else goes in. No shell, no package manager, nothing
 * to patch but Java and these few files.
 */
final class JavaRuntime {
    private static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/opt/java");

    /**
     * All of Java SE, for what frameworks reflect upon is hard to foretell, and what they need of
     * the JDK itself.
     */
    static final String MODULES =
            "java.se,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,"
                    + "jdk.net,jdk.unsupported,jdk.zipfs";

    /** Windows and sound: they would draw in half a desktop. */
    private static final Set<String> DESKTOP =
            Set.of("libawt_xawt.so", "libjawt.so", "libsplashscreen.so", "libjsound.so");

    /** Loaded by name when hosts are looked up; before glibc 2.34 they were files of their own. */
    private static final List<String> NAME_LOOKUP =
            List.of("libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2");

    private static final Pattern LIBRARY =
            Pattern.compile("^\\s*(?:\\S+ => )?(?<path>/\\S+) \\(0x");

    private JavaRuntime() {}

    static List<FileEntriesLayer> layers(Path work, String modules)
            throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IOException(
                    "only Linux brings a runtime for Linux along: name a base image that has Java,"
                            + " -Djointly.image.base=REGISTRY/NAME@sha256:DIGEST");
        }
        Path home = work.resolve("java");
        link(home, modules);
        return List.of(system(work, home), java(home));
    }

    private static void link(Path home, String modules) throws IOException, InterruptedException {
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(home.getParent());
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        run(
                Map.of(),
                jlink.toString(),
                "--add-modules",
                modules,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                home.toString());
        for (String library : DESKTOP) {
            Files.deleteIfExists(home.resolve("lib").resolve(library));
        }
    }

    private static FileEntriesLayer java(Path home) throws IOException {
        return FileEntriesLayer.builder()
                .setName("java")
                .addEntryRecursive(
                        home,
                        HOME,
                        (file, path) ->
                                FilePermissions.fromOctalString(isRunnable(file) ? "755" : "644"))
                .build();
    }

    private static boolean isRunnable(Path file) {
        return Files.isDirectory(file) || Files.isExecutable(file);
    }

    private static FileEntriesLayer system(Path work, Path home)
            throws IOException, InterruptedException {
        var layer = FileEntriesLayer.builder().setName("system");
        var read = FilePermissions.fromOctalString("644");
        var run = FilePermissions.fromOctalString("755");
        for (String library : librariesOf(home)) {
            layer.addEntry(Path.of(library).toRealPath(), AbsoluteUnixPath.get(library), run);
        }
        Path etc = Files.createDirectories(work.resolve("etc"));
        Map<String, String> files =
                Map.of(
                        "passwd", "root:x:0:0::/:/nologin\njointly:x:10001:10001::/app:/nologin\n",
                        "group", "root:x:0:\njointly:x:10001:\n",
                        "nsswitch.conf", "hosts: files dns\n");
        for (String file : new TreeSet<>(files.keySet())) {
            Path source = Files.writeString(etc.resolve(file), files.get(file));
            layer.addEntry(source, AbsoluteUnixPath.get("/etc/" + file), read);
        }
        Path tmp = Files.createDirectories(work.resolve("tmp"));
        layer.addEntry(tmp, AbsoluteUnixPath.get("/tmp"), FilePermissions.fromOctalString("777"));
        return layer.build();
    }

    /**
     * Everything that the launcher and the libraries of the runtime load from the system, by the
     * path they ask for.
     */
    private static Set<String> librariesOf(Path home) throws IOException, InterruptedException {
        var binaries = new ArrayList<Path>();
        binaries.add(home.resolve("bin/java"));
        binaries.add(home.resolve("lib/jspawnhelper"));
        try (Stream<Path> files = Files.walk(home.resolve("lib"))) {
            files.filter(file -> file.toString().endsWith(".so")).sorted().forEach(binaries::add);
        }
        Map<String, String> ownLibraries =
                Map.of("LD_LIBRARY_PATH", home.resolve("lib/server") + ":" + home.resolve("lib"));
        var libraries = new TreeSet<String>();
        for (Path binary : binaries) {
            for (String line : run(ownLibraries, "ldd", binary.toString()).split("\n", -1)) {
                Matcher library = LIBRARY.matcher(line);
                if (line.contains("not found")) {
                    throw new IOException(
                            binary.getFileName()
                                    + " needs a library that is missing: "
                                    + line.strip());
                }
                if (library.find() && !library.group("path").startsWith(home.toString())) {
                    libraries.add(library.group("path"));
                }
            }
        }
        libraries.addAll(nameLookup(libraries));
        return libraries;
    }

    private static List<String> nameLookup(Set<String> libraries) {
        return libraries.stream()
                .filter(library -> library.endsWith("/libc.so.6"))
                .flatMap(libc -> NAME_LOOKUP.stream().map(name -> libc.replace("libc.so.6", name)))
                .filter(library -> Files.exists(Path.of(library)))
                .toList();
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output.strip());
        }
        return output;
    }
}
