package io.jointly.local.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * One launcher per data folder. The kernel gives the lock back when its holder dies, however it
 * dies, so unlike a pid file it can never be stale.
 */
public final class SuiteLock implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

    private final FileChannel channel;
    private final FileLock lock;

    private SuiteLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Like {@link #tryTake(Workspace)}, but does not mind somebody who only looks whether it is
     * taken.
     */
    public static Optional<SuiteLock> takePatiently(Workspace workspace) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            var lock = tryTake(workspace);
            if (lock.isPresent()) {
                return lock;
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        return tryTake(workspace);
    }

    /** Takes the lock, or answers empty when a living launcher has it. */
    public static Optional<SuiteLock> tryTake(Workspace workspace) {
        return tryTake(workspace.run().resolve("lock"));
    }

    static Optional<SuiteLock> tryTake(Path file) {
        OwnerOnly.createFolder(file.toAbsolutePath().getParent());
        try {
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new SuiteLock(channel, lock));
                }
            } catch (OverlappingFileLockException e) {
                // Another suite in this very process has it. Closing this channel would give that
                // lock away (POSIX
                // drops a process's locks with any descriptor of the file), so it stays open.
                return Optional.empty();
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new LocalProblem(
                    "The lock %s cannot be taken: %s.".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new LocalProblem("The lock of the data folder cannot be given back.", e);
        }
    }
}
