package io.jointly.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir Path folder;

    @Test
    void knowsAProcessByItsNumberAndItsTime() throws IOException {
        var process = new ProcessBuilder("sleep", "60").start();
        try {
            var file = Files.writeString(folder.resolve("okr.pid"), process.pid() + "\n");

            assertThat(Leftovers.processOf(file)).map(ProcessHandle::pid).contains(process.pid());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSameNumberForIt() throws IOException {
        var file =
                Files.writeString(folder.resolve("okr.pid"), ProcessHandle.current().pid() + "\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));

        assertThat(Leftovers.processOf(file)).isEmpty();
    }

    @Test
    void livesWithAnyContentOfAPidFile() throws IOException {
        assertThat(Leftovers.processOf(folder.resolve("none.pid"))).isEmpty();
        for (var content : List.of("", "abc", "-1", "99999999999999999999")) {
            assertThat(Leftovers.processOf(Files.writeString(folder.resolve("odd.pid"), content)))
                    .isEmpty();
        }
    }

    @Test
    void waitsForWhatIsJustEnding() throws Exception {
        var workspace = Workspace.of(folder, folder.resolve("data"));
        workspace.prepare();
        var process = new ProcessBuilder("sleep", "1").start();
        Files.writeString(workspace.pidFile(PartName.OKR), process.pid() + "\n");

        Leftovers.clear(workspace, Progress.silent());

        assertThat(process.waitFor(0, TimeUnit.SECONDS)).isTrue();
        assertThat(workspace.pidFile(PartName.OKR)).doesNotExist();
    }
}
