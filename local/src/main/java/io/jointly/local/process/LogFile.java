package io.jointly.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one part: a few runs are kept, none grows without bound. */
public record LogFile(Path path) {
    private static final int KEPT = 3;
    private static final long LIMIT = 20L * 1024 * 1024;
    private static final int TAIL_BYTES = 256 * 1024;

    /** Puts the last run's log aside and begins a fresh one. */
    public void rotate() {
        try {
            if (!Files.exists(path) || Files.size(path) == 0) {
                return;
            }
            shiftOld();
            Files.move(path, old(1), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A log that cannot be put aside is no reason not to start: it is appended to.
            return;
        }
    }

    /**
     * Copies a grown log aside and empties it; its writer appends, so it goes on at the new
     * beginning.
     */
    public void limit() {
        try {
            if (Files.exists(path) && Files.size(path) > LIMIT) {
                shiftOld();
                Files.copy(path, old(1), StandardCopyOption.REPLACE_EXISTING);
                try (var file = new RandomAccessFile(path.toFile(), "rw")) {
                    file.setLength(0);
                }
            }
        } catch (IOException e) {
            // The next look tries again.
            return;
        }
    }

    private void shiftOld() throws IOException {
        for (int number = KEPT - 1; number >= 1; number--) {
            if (Files.exists(old(number))) {
                Files.move(old(number), old(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path old(int number) {
        return path.resolveSibling(
                path.getFileName().toString().replace(".log", "." + number + ".log"));
    }

    /** The last lines, or none when there is no log. */
    public List<String> tail(int lines) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            file.seek(start);
            var bytes = new byte[(int) (file.length() - start)];
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
