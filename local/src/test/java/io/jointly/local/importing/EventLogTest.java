package io.jointly.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.local.workspace.LocalProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final String LINES = "number,at\nINC1,2016\n".repeat(5000);

    @TempDir Path folder;

    @Test
    void sendsAPlainFileAsItIs() throws IOException {
        var file = Files.writeString(folder.resolve("log.csv"), LINES);
        try (var log = EventLog.open(file)) {
            assertThat(log.format()).isEqualTo(EventLog.Format.CSV);
            assertThat(log.gzipped()).isFalse();
            assertThat(log.size()).isEqualTo(LINES.length());
            assertThat(log.body()).hasContent(LINES);
        }
    }

    @Test
    void sendsAGzipAsItIs() throws IOException {
        var file = folder.resolve("log.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(LINES.getBytes(StandardCharsets.UTF_8));
        }
        try (var log = EventLog.open(file)) {
            assertThat(log.format()).isEqualTo(EventLog.Format.NDJSON);
            assertThat(log.gzipped()).isTrue();
            assertThat(log.body()).hasBinaryContent(Files.readAllBytes(file));
        }
    }

    @Test
    void sendsAZipAsAGzipWithoutUnpackingIt() throws IOException {
        try (var log = EventLog.open(zip("incidents.csv"))) {
            assertThat(log.format()).isEqualTo(EventLog.Format.CSV);
            assertThat(log.gzipped()).isTrue();
            assertThat(new GZIPInputStream(log.body())).hasContent(LINES);
            assertThat(log.body().readAllBytes()).hasSize((int) log.size());
        }
    }

    @Test
    void looksInsideWhenTheNameSaysNothing() throws IOException {
        var file = folder.resolve("events");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\n {\"workItem\":\"1\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        try (var log = EventLog.open(file)) {
            assertThat(log.format()).isEqualTo(EventLog.Format.NDJSON);
        }
    }

    @Test
    void knowsAXesLogByItsNameAndByItsFirstCharacter() throws IOException {
        for (var name : new String[] {"log.xes.gz", "log.gz", "LOG.XES.GZ"}) {
            var file = folder.resolve(name);
            try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write("\uFEFF<?xml version='1.0'?><log/>".getBytes(StandardCharsets.UTF_8));
            }
            try (var log = EventLog.open(file)) {
                assertThat(log.format()).as(name).isEqualTo(EventLog.Format.XES);
                assertThat(log.format().mediaType()).isEqualTo("application/xes+xml");
                assertThat(log.gzipped()).isTrue();
            }
        }
    }

    @Test
    void refusesWhatIsNoLog() throws IOException {
        var empty = Files.createFile(folder.resolve("empty.csv"));
        var two = zip("a.csv", "b.csv");

        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(() -> EventLog.open(folder.resolve("none.csv")))
                .withMessageContaining("There is no file");
        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(() -> EventLog.open(empty))
                .withMessageContaining("is empty");
        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(() -> EventLog.open(two))
                .withMessageContaining("holds 2 files");
    }

    private Path zip(String... names) throws IOException {
        var file = folder.resolve("log.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(LINES.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
