package io.jointly.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The {@code type} of a refusal leads to a page that explains it. */
class ProblemPagesTest {
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");

    @Test
    void everyRefusalOfOursIsExplained() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith("Problem.java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(m -> codes.add(m.group(1)));
            }
        }
        assertThat(codes).contains("objective-closed", "value-is-measured");
        assertThat(codes)
                .allSatisfy(code -> assertThat(Path.of("../docs/problems", code + ".md")).exists());
    }
}
