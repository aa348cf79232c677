package io.jointly.local.database;

import io.jointly.local.process.Unpacking;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, taken from the Maven artifact for this machine. */
record PostgresBinaries(Path folder) {

    /** Unpacks the programs unless an earlier start did. */
    static PostgresBinaries of(Workspace workspace) {
        var archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        var folder = workspace.distributions().resolve("postgres-" + version());
        Unpacking.once(folder, () -> new XZInputStream(open(archive)), unpacked -> {});
        return new PostgresBinaries(folder);
    }

    static String archiveName(String system, String architecture) {
        var os = system.toLowerCase(Locale.ROOT);
        var family = os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : null;
        var machine =
                switch (architecture) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> null;
                };
        if (family == null || machine == null) {
            throw new LocalProblem(
                    "There is no PostgreSQL for %s on %s; Linux and macOS on x86-64 and ARM 64 work."
                            .formatted(system, architecture));
        }
        return "postgres-%s-%s.txz".formatted(family, machine);
    }

    /**
     * The version in the folder's name, so that a newer build of Jointly does not run on older
     * programs.
     */
    private static String version() {
        var jar = PostgresBinaries.class.getClassLoader().getResource(archiveForThisMachine());
        if (jar == null) {
            throw new LocalProblem(
                    "PostgreSQL's programs are not on the class path; build again with Maven.");
        }
        var matcher =
                java.util.regex.Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar")
                        .matcher(jar.toString());
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    private static String archiveForThisMachine() {
        return archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    private static InputStream open(String archive) throws IOException {
        var stream = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
        if (stream == null) {
            throw new IOException("no " + archive + " on the class path");
        }
        return stream;
    }

    String initdb() {
        return folder.resolve("bin/initdb").toString();
    }

    String postgres() {
        return folder.resolve("bin/postgres").toString();
    }
}
