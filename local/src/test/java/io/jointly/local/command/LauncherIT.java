package io.jointly.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.local.database.Databases;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Ports;
import io.jointly.local.workspace.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher with a real PostgreSQL: whatever ends it, nothing stays behind and nothing is lost.
 */
@Timeout(180)
class LauncherIT {
    private static final Duration GONE = Duration.ofSeconds(30);

    @TempDir Path folder;
    private Path data;
    private Ports ports;
    private Launcher launcher;

    @BeforeEach
    void start() throws IOException {
        data = folder.resolve("data");
        ports = Ports.free();
        launcher = Launcher.up(data, ports, "--only=database").awaitReady();
    }

    @AfterEach
    void stop() throws InterruptedException {
        launcher.terminate();
        assertThat(launcher.exitCode()).as("the launcher ends").isNotEqualTo(-1);
    }

    @Test
    void leavesNoOrphanWhenKilledAndStartsAgainWithItsData() throws Exception {
        write();
        var family = launcher.family();
        assertThat(family).hasSizeGreaterThanOrEqualTo(3);

        launcher.killHard();

        assertThat(Launcher.within(GONE, () -> family.stream().noneMatch(ProcessHandle::isAlive)))
                .as("everything is gone")
                .isTrue();
        launcher = Launcher.up(data, ports, "--only=database").awaitReady();
        assertThat(read()).isEqualTo("kept");
    }

    @Test
    void startsAgainAtOnceAfterBeingKilledTogetherWithItsDatabase() throws Exception {
        write();
        var postmaster = databaseProcess();

        launcher.killHard();
        postmaster.destroyForcibly();

        assertThat(data.resolve("postgres/postmaster.pid")).exists();
        launcher = Launcher.up(data, ports, "--only=database").awaitReady();
        assertThat(read()).isEqualTo("kept");
    }

    @Test
    void stopsInOrderWhenAsked() throws Exception {
        var family = launcher.family();

        launcher.terminate();

        assertThat(launcher.exitCode()).isPositive();
        assertThat(Launcher.within(GONE, () -> family.stream().noneMatch(ProcessHandle::isAlive)))
                .isTrue();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(launcher.said())
                .contains("Stopping Jointly; its data stay.")
                .doesNotContain("Exception");
        assertThat(Files.readString(launcher.workspace.log(PartName.DATABASE)))
                .contains("database system is shut down");
    }

    @Test
    void saysWhichPartDiedAndEnds() throws Exception {
        databaseProcess().destroyForcibly();

        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.said())
                .contains(
                        "database died (signal 9); its log is "
                                + launcher.workspace.log(PartName.DATABASE));
    }

    @Test
    void letsOneLauncherWorkOnADataFolder() throws Exception {
        var second = Launcher.up(data, Ports.free(), "--only=database");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.said())
                .contains("Jointly already runs on " + data)
                .contains("./jointly down");
    }

    @Test
    void namesATakenPortBeforeAnythingStarts() throws Exception {
        var other = folder.resolve("other");
        var second = Launcher.up(other, ports, "--only=database");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.said())
                .contains(
                        "Port %d, meant for PostgreSQL, is taken by postgres"
                                .formatted(ports.database()));
        assertThat(other.resolve("postgres")).doesNotExist();
    }

    @Test
    void stopsByDownAndForgetsByReset() throws Exception {
        var output = folder.resolve("answer.txt");
        var here = "--data=" + data;

        assertThat(Launcher.run(output, List.of("reset", "--yes", here)).waitFor()).isEqualTo(1);
        assertThat(output).content().contains("stop it with ./jointly down first");
        assertThat(Launcher.run(output, List.of("status", here)).waitFor()).isZero();
        assertThat(output).content().contains("database", "ready", "MB");
        assertThat(Launcher.run(output, List.of("down", here)).waitFor()).isZero();
        assertThat(launcher.exitCode()).isPositive();
        assertThat(Launcher.run(output, List.of("status", here)).waitFor()).isEqualTo(1);
        assertThat(Launcher.run(output, List.of("reset", "--yes", here)).waitFor()).isZero();
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(data.resolve("secrets.properties")).doesNotExist();
    }

    @Test
    void separatesTheRolesOfADatabase() throws Exception {
        try (var connection = connect(databases().runtime("catalog"), "catalog");
                var statement = connection.createStatement()) {
            assertThat(refusalOf(() -> statement.execute("CREATE TABLE t (x int)")))
                    .contains("permission denied");
            statement.execute("CREATE TEMPORARY TABLE t (x int)");
        }
        var foreign = databases().runtime("okr");
        assertThat(refusalOf(() -> connect(foreign, "catalog").close()))
                .contains("permission denied");
        var wrong = new Databases.Login("catalog", "guess");
        assertThat(refusalOf(() -> connect(wrong, "catalog").close()))
                .contains("password authentication failed");
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws SQLException;
    }

    private static String refusalOf(Attempt attempt) {
        try {
            attempt.run();
            return "nothing refused";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private ProcessHandle databaseProcess() throws IOException {
        var pid = Files.readString(launcher.workspace.pidFile(PartName.DATABASE)).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private void write() throws SQLException {
        try (var connection = connect(databases().owner("catalog"), "catalog");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE memory (word text)");
            statement.execute("INSERT INTO memory VALUES ('kept')");
        }
    }

    private String read() throws SQLException {
        try (var connection = connect(databases().owner("catalog"), "catalog");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT word FROM memory")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Databases databases() {
        return new Databases(ports.database(), new Secrets(launcher.workspace.secrets()));
    }

    private Connection connect(Databases.Login login, String database) throws SQLException {
        return DriverManager.getConnection(
                databases().url(database), login.user(), login.password());
    }
}
