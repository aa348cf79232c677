package io.jointly.local.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The folders of a suite: {@code root} is the repository, {@code data} holds what is private to
 * this suite, {@code distributions} holds unpacked software that several suites share.
 */
public record Workspace(Path root, Path data, Path distributions) {
    private static final String DEFAULT_FOLDER = ".jointly";

    /** The workspace of a repository; without a data folder the one inside the repository. */
    public static Workspace of(Path root, Path data) {
        var home = root.toAbsolutePath().normalize();
        var own = data == null ? home.resolve(DEFAULT_FOLDER) : data.toAbsolutePath().normalize();
        return new Workspace(home, own, home.resolve(DEFAULT_FOLDER).resolve("dist"));
    }

    /** The repository around the working folder, or the one that the script names. */
    public static Path findRoot() {
        var named = System.getProperty("jointly.root");
        if (named != null) {
            return Path.of(named);
        }
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.exists(folder.resolve("jointly"))
                    && Files.exists(folder.resolve("local/pom.xml"))) {
                return folder;
            }
        }
        throw new LocalProblem(
                "This is not inside a Jointly repository; change to its folder first.");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path log(PartName part) {
        return logs().resolve(part.label() + ".log");
    }

    public Path run() {
        return data.resolve("run");
    }

    public Path pidFile(PartName part) {
        return run().resolve(part.label() + ".pid");
    }

    public Path secrets() {
        return data.resolve("secrets.properties");
    }

    public Path cluster() {
        return data.resolve("postgres");
    }

    public Path keycloakHome() {
        return data.resolve("keycloak");
    }

    public Path sampleMarker() {
        return data.resolve("sample-loaded");
    }

    /** Makes the folders, readable by nobody else. */
    public void prepare() {
        for (var folder : List.of(data, logs(), run(), distributions)) {
            OwnerOnly.createFolder(folder);
        }
    }

    /** Removes this suite's own data and nothing else that may lie in the same folder. */
    public void deleteData() {
        for (var path :
                List.of(cluster(), keycloakHome(), logs(), run(), secrets(), sampleMarker())) {
            deleteTree(path);
        }
    }

    /** Deletes a folder with all that is in it, or a single file. */
    public static void deleteTree(Path path) {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var tree = Files.walk(path)) {
            for (var entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
