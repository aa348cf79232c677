package io.jointly.local.database;

import io.jointly.local.process.Privileges;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.OwnerOnly;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The data folder of PostgreSQL. */
record Cluster(Path folder) {
    static final String SUPERUSER = "postgres";

    /** Everything a small machine should know; the rest are PostgreSQL's own defaults. */
    private static final String SETTINGS =
            """
            unix_socket_directories = ''
            max_connections = 120
            shared_buffers = 192MB
            max_wal_size = 1GB
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] %d '
            """;

    private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

    /** Makes the cluster unless it is there; a half-made one is never left under the real name. */
    void create(PostgresBinaries binaries, String password) {
        if (Files.isDirectory(folder)) {
            return;
        }
        var half = folder.resolveSibling(folder.getFileName() + ".new");
        var passwordFile = folder.resolveSibling(".postgres-password");
        try {
            Workspace.deleteTree(half);
            OwnerOnly.write(passwordFile, password);
            run(initdb(binaries, half, passwordFile));
            Files.writeString(half.resolve("postgresql.auto.conf"), SETTINGS);
            Files.writeString(half.resolve("pg_hba.conf"), ACCESS);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalProblem(
                    "PostgreSQL's data folder cannot be made: %s.".formatted(e.getMessage()), e);
        } finally {
            Workspace.deleteTree(passwordFile);
        }
    }

    private static List<String> initdb(PostgresBinaries binaries, Path target, Path passwordFile) {
        return Privileges.withoutRoot(
                List.of(
                        binaries.initdb(),
                        "--pgdata=" + target,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The built-in provider sorts the same on every machine, whatever its C
                        // library.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new LocalProblem(
                        "initdb could not make PostgreSQL's data folder; it said:\n"
                                + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("initdb was interrupted.", e);
        }
    }

    /**
     * Removes the mark of a server that was killed. PostgreSQL does so itself unless the number in
     * it has meanwhile been given to another process, which is the rule after a restart of a small
     * machine. The caller holds the suite's lock and has ended what the last run left, so a
     * postmaster of this folder can only be an orphan.
     */
    void clearStaleMark() {
        var mark = folder.resolve("postmaster.pid");
        try {
            if (Files.exists(mark)) {
                var pid = Long.parseLong(Files.readAllLines(mark).get(0).strip());
                var living = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
                if (living.isEmpty() || !isPostgres(living.get())) {
                    Files.delete(mark);
                }
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            Workspace.deleteTree(mark);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.endsWith("postgres")).orElse(true);
    }
}
