package io.jointly.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The {@code type} of every refusal leads to a page: one for each code in the Java sources. */
class ProblemPagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGES = ROOT.resolve("docs/problems");

    /** A code is the first text given to whatever makes a refusal, after its kind or status. */
    private static final Pattern CODE =
            Pattern.compile(
                    "(?:\\b(?:super|conflict|ruleViolated|answer|refuse|new StandardProblem|new Refusal|Problem\\.of)\\(\\s*)"
                            + "(?:(?:Kind\\.[A-Z_]+|[1-5][0-9]{2}|request),\\s*)?\"([a-z0-9]+(?:-[a-z0-9]+)*)\"\\s*,");

    private static final Set<Integer> PLAIN = Set.of(404, 405, 406, 413, 415);

    @Test
    void everyCodeHasAPage() {
        var codes = codes();
        assertThat(codes).contains("ambiguous-path", "not-found", "stale", "unavailable");
        assertThat(codes.stream().filter(code -> !Files.exists(page(code))).toList())
                .as("codes without a page in docs/problems")
                .isEmpty();
    }

    @Test
    void everyPageHasWhatAReaderNeeds() throws IOException {
        for (var code : pages()) {
            var text = Files.readString(page(code));
            assertThat(text).as(code).startsWith("# ");
            assertThat(text.length()).as("length of the page " + code).isGreaterThan(80);
        }
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        var index = Files.readString(PAGES.resolve("README.md"));
        assertThat(pages().stream().filter(code -> !index.contains("(" + code + ".md)")).toList())
                .as("pages that the index leaves out")
                .isEmpty();
    }

    private static Path page(String code) {
        return PAGES.resolve(code + ".md");
    }

    private static List<String> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> codes() {
        var codes = new TreeSet<String>();
        PLAIN.forEach(status -> codes.add("http-" + status));
        for (var source : sources()) {
            var code = CODE.matcher(read(source));
            while (code.find()) {
                codes.add(code.group(1));
            }
        }
        return codes;
    }

    private static List<Path> sources() {
        try (var modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ProblemPagesTest::javaFiles)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
