package io.jointly.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every refusal of ours has its page, to which its problem document points. */
class ProblemPagesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PAGES = Path.of("../docs/problems");
    private static final Pattern CODE =
            Pattern.compile("(?:super\\(|ruleViolated\\(|Kind\\.[A-Z_]+,)\\s*\"([a-z][a-z-]+)\"");

    @Test
    void everyCodeHasAPage() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(m -> codes.add(m.group(1)));
            }
        }
        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(codes).allSatisfy(code -> assertThat(PAGES.resolve(code + ".md")).exists());
    }
}
