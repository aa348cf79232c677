package io.jointly.local.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room for what is about to be written. */
public final class DiskSpace {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long FULL_BELOW = 16 * MEGABYTE;

    private DiskSpace() {}

    /** Refuses with one sentence when less than this is free where the folder is or will be. */
    public static void require(Path folder, long megabytes) {
        long free = freeBytes(folder) / MEGABYTE;
        if (free < megabytes) {
            throw new LocalProblem(
                    "The disk is too full: %s needs %d MB and has %d MB free."
                            .formatted(folder, megabytes, free));
        }
    }

    /** Whether a failure there is most likely one of space. */
    public static boolean isFull(Path folder) {
        return freeBytes(folder) < FULL_BELOW;
    }

    private static long freeBytes(Path folder) {
        var existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
