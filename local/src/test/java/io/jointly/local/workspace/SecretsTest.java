package io.jointly.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path folder;

    @Test
    void remembersASecretOverRestarts() {
        var file = folder.resolve("secrets.properties");
        var first = new Secrets(file).of("database.okr");

        assertThat(new Secrets(file).of("database.okr")).isEqualTo(first).hasSizeGreaterThan(40);
        assertThat(new Secrets(file).of("database.catalog")).isNotEqualTo(first);
    }

    @Test
    void agreesWithAnotherReaderOfTheSameFile() {
        var file = folder.resolve("secrets.properties");
        var one = new Secrets(file);
        var other = new Secrets(file);

        assertThat(one.of("client.okr")).isEqualTo(other.of("client.okr"));
        assertThat(other.of("client.gateway")).isEqualTo(one.of("client.gateway"));
        assertThat(new Secrets(file).of("client.okr")).isEqualTo(one.of("client.okr"));
    }

    @Test
    void keepsThemFromEverybodyElse() throws IOException {
        var file = folder.resolve("secrets.properties");
        new Secrets(file).of("client.gateway");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**/*.new");
    }
}
