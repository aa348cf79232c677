package io.jointly.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {
    @TempDir Path folder;
    private Workspace workspace;

    private final RunState state =
            new RunState(
                    ProcessHandle.current().pid(),
                    9000,
                    "127.0.0.1",
                    false,
                    EnumSet.of(PartName.DATABASE, PartName.IDENTITY));

    @BeforeEach
    void prepare() {
        workspace = Workspace.of(folder, folder.resolve("data"));
        workspace.prepare();
    }

    @Test
    void tellsOthersWhatRuns() {
        state.nowReady().write(workspace);

        var read = RunState.read(workspace).orElseThrow();
        assertThat(read).isEqualTo(state.nowReady());
        assertThat(read.url()).isEqualTo("http://localhost:9000");
    }

    @Test
    void isNotBelievedOnceNobodyHoldsTheLock() {
        state.write(workspace);

        assertThat(RunState.ofRunning(workspace)).isEmpty();
        try (var lock = SuiteLock.tryTake(workspace).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(RunState.ofRunning(workspace)).contains(state);
        }
        assertThat(RunState.ofRunning(workspace)).isEmpty();
    }

    @Test
    void givesTheLockToOneAlone() {
        try (var first = SuiteLock.tryTake(workspace).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(SuiteLock.tryTake(workspace)).isEmpty();
        }
    }

    @Test
    void callsAddressesAsABrowserWould() {
        assertThat(Addresses.url("127.0.0.1", 80)).isEqualTo("http://localhost:80");
        assertThat(Addresses.url("192.168.1.5", 80)).isEqualTo("http://192.168.1.5:80");
        assertThat(Addresses.url("fe80::1", 80)).isEqualTo("http://[fe80::1]:80");
        assertThat(Addresses.url("0.0.0.0", 80)).doesNotContain("0.0.0.0");
    }

    @Test
    void deletesItsOwnDataAndNothingElse() throws Exception {
        state.write(workspace);
        var foreign = java.nio.file.Files.createFile(workspace.data().resolve("holiday.jpg"));

        workspace.deleteData();

        assertThat(foreign).exists();
        assertThat(workspace.run()).doesNotExist();
    }
}
