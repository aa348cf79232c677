package io.jointly.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.local.workspace.LocalProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
    @TempDir Path folder;

    @Test
    void removesTheMarkOfAServerThatIsGone() throws IOException {
        var mark = Files.writeString(folder.resolve("postmaster.pid"), "999999999\n/data\n");

        new Cluster(folder).clearStaleMark();

        assertThat(mark).doesNotExist();
    }

    @Test
    void removesAMarkWhoseNumberAnotherProgramHasNow() throws IOException {
        var mark =
                Files.writeString(
                        folder.resolve("postmaster.pid"),
                        ProcessHandle.current().pid() + "\n/data\n");

        new Cluster(folder).clearStaleMark();

        assertThat(mark).doesNotExist();
    }

    @Test
    void removesAMarkThatWasCutOff() throws IOException {
        var mark = Files.createFile(folder.resolve("postmaster.pid"));

        new Cluster(folder).clearStaleMark();

        assertThat(mark).doesNotExist();
    }

    @Test
    void knowsTheArchiveOfEachMachine() {
        assertThat(PostgresBinaries.archiveName("Linux", "amd64"))
                .isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Linux", "aarch64"))
                .isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "x86_64"))
                .isEqualTo("postgres-darwin-x86_64.txz");
        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(() -> PostgresBinaries.archiveName("Windows 11", "amd64"))
                .withMessageContaining("Linux and macOS");
    }
}
