package io.jointly.local.process;

import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.OwnerOnly;
import io.jointly.local.workspace.Workspace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks software once for all suites of this machine: whole or not at all, however many launchers
 * try at once.
 */
public final class Unpacking {
    private static final int EXECUTABLE = 0100;

    private Unpacking() {}

    /** Opens the uncompressed archive. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Makes the target from a tar archive unless it is there; {@code finish} completes the unpacked
     * folder before anybody sees it under its final name.
     */
    public static void once(Path target, Source archive, Consumer<Path> finish) {
        if (Files.isDirectory(target)) {
            return;
        }
        OwnerOnly.createFolder(target.getParent());
        var guard = target.resolveSibling(target.getFileName() + ".lock");
        // Suites in one process share the kernel's lock, so they need this one as well.
        synchronized (Unpacking.class) {
            try (var channel =
                            FileChannel.open(
                                    guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(target)) {
                    unpackBeside(target, archive, finish);
                }
            } catch (IOException e) {
                throw new LocalProblem(
                        "%s cannot be unpacked: %s."
                                .formatted(target.getFileName(), e.getMessage()),
                        e);
            }
        }
    }

    private static void unpackBeside(Path target, Source archive, Consumer<Path> finish)
            throws IOException {
        var half = target.resolveSibling(target.getFileName() + ".unpacking");
        Workspace.deleteTree(half);
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(archive.open()))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, half);
            }
        }
        finish.accept(half);
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("the archive points outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(folder.resolve(entry.getLinkName()), path);
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & EXECUTABLE) != 0) {
                Files.setPosixFilePermissions(
                        path,
                        EnumSet.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE));
            }
        }
    }
}
