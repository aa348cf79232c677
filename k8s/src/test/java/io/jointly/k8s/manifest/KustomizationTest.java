package io.jointly.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizationTest {
    @TempDir Path folder;

    @Test
    void refusesDirectivesThatItCannotRender() throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "namePrefix: x-\n");

        assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("namePrefix");
    }

    @Test
    void refusesAPatchOfNothing() throws IOException {
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                "patches: [{target: {kind: Job, name: x}, patch: '[]'}]\n");

        assertThatThrownBy(() -> Kustomization.render(folder))
                .hasMessageContaining("nothing to patch");
    }

    @Test
    void refusesAKeyThatIsWrittenTwice() {
        assertThatThrownBy(() -> Yaml.documents("kind: Service\nkind: Job\n"))
                .hasMessageContaining("Duplicate field");
    }

    @Test
    void givesAChangedConfigurationAnotherName() throws IOException {
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                "configMapGenerator: [{name: a, literals: [LEVEL=info]}]\n");
        var before = Kustomization.render(folder).byKey().keySet();
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                "configMapGenerator: [{name: a, literals: [LEVEL=warn]}]\n");

        assertThat(Kustomization.render(folder).byKey().keySet())
                .doesNotContainAnyElementsOf(before);
    }
}
