package io.jointly.local.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner may read. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** Makes a folder with mode 0700 unless it is there. */
    public static void createFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                if (folder.getParent() != null) {
                    Files.createDirectories(folder.getParent());
                }
                var mode = PosixFilePermissions.fromString("rwx------");
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(mode));
            }
        } catch (IOException e) {
            throw new LocalProblem(
                    "The folder %s cannot be made: %s.".formatted(folder, reason(e)), e);
        }
    }

    /** Writes a file with mode 0600, whole or not at all. */
    public static void write(Path file, String content) {
        try {
            var mode = PosixFilePermissions.fromString("rw-------");
            var fresh =
                    Files.createTempFile(
                            file.toAbsolutePath().getParent(),
                            "." + file.getFileName(),
                            ".new",
                            PosixFilePermissions.asFileAttribute(mode));
            Files.writeString(fresh, content);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalProblem(
                    "The file %s cannot be written: %s.".formatted(file, reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
