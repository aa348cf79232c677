package io.jointly.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir Path folder;

    @Test
    void keepsThreeOldRuns() throws IOException {
        var path = folder.resolve("okr.log");
        for (int run = 1; run <= 5; run++) {
            new LogFile(path).rotate();
            Files.writeString(path, "run " + run);
        }

        assertThat(path).hasContent("run 5");
        assertThat(folder.resolve("okr.1.log")).hasContent("run 4");
        assertThat(folder.resolve("okr.3.log")).hasContent("run 2");
        assertThat(folder.resolve("okr.4.log")).doesNotExist();
    }

    @Test
    void emptiesALogThatHasGrownTooLong() throws IOException {
        var path = folder.resolve("okr.log");
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(21L * 1024 * 1024);
        }

        new LogFile(path).limit();

        assertThat(path).isEmptyFile();
        assertThat(folder.resolve("okr.1.log")).hasSize(21L * 1024 * 1024);
    }

    @Test
    void showsTheLastLines() throws IOException {
        var path = Files.writeString(folder.resolve("okr.log"), "one\ntwo\nthree\n");

        assertThat(new LogFile(path).tail(2)).containsExactly("two", "three");
        assertThat(new LogFile(path).tail(9)).hasSize(3);
        assertThat(new LogFile(folder.resolve("none.log")).tail(9)).isEmpty();
    }
}
