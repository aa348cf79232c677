package io.jointly.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of the script {@code jointly}, called one by one. */
class ScriptTest {
    private record Result(int code, String output) {}

    @TempDir Path folder;

    @Test
    void readsVersionsOfEveryShape() {
        assertThat(script("major 17.0.15; major v20.3.1; major 1.8.0_292; major 21-ea").output())
                .isEqualToIgnoringNewLines("1720821");
    }

    @Test
    void comparesVersionsPartByPart() {
        assertThat(script("at_least 3.8.7 3.8.7").code()).isZero();
        assertThat(script("at_least 3.10.0 3.8.7").code()).isZero();
        assertThat(script("at_least 4.0 3.8.7").code()).isZero();
        assertThat(script("at_least 3.8.6 3.8.7").code()).isNotZero();
        assertThat(script("at_least '' 3.8.7").code()).isNotZero();
    }

    @Test
    void saysWhichToolIsMissingOrTooOld() throws IOException {
        tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        assertThat(withTools("require_java").output())
                .contains("needs a JDK 17 or newer")
                .contains("11.0.2");
        tool("java", "echo 'openjdk version \"17.0.2\" 2022-01-15' >&2");
        assertThat(withTools("require_java").code()).isZero();

        tool("javac", "");
        assertThat(withTools("require_java; require_build_tools").output())
                .contains("there is no mvn");
        tool("mvn", "echo 'Apache Maven 3.6.3 (abc)'");
        assertThat(withTools("require_java; require_build_tools").output())
                .contains("needs Maven 3.8.7 or newer; mvn is version 3.6.3");
        tool("mvn", "printf '\\033[1mApache Maven 3.9.1 (abc)\\033[m\\n'");
        assertThat(withTools("require_java; require_build_tools").output())
                .contains("there is no node");
        tool("node", "echo v18.1.0");
        tool("npm", "");
        assertThat(withTools("require_java; require_build_tools").output())
                .contains("needs Node 20 or newer; node is version v18.1.0");
        tool("node", "echo v22.1.0");
        assertThat(withTools("require_java; require_build_tools")).isEqualTo(new Result(0, ""));
    }

    @Test
    void noticesANewerSourceAndADeletedOne() throws IOException {
        var sources = Files.createDirectories(folder.resolve("src/a"));
        var source = Files.createFile(sources.resolve("A.java"));
        var artefact = Files.createFile(folder.resolve("a.jar"));
        var past = FileTime.from(Instant.now().minusSeconds(100));
        for (var path : List.of(source, sources, sources.getParent())) {
            Files.setLastModifiedTime(path, past);
        }
        var question = "is_stale '%s' none '%s'".formatted(artefact, sources.getParent());

        assertThat(script(question).code()).as("unchanged").isNotZero();
        assertThat(script("is_stale none none '%s'".formatted(sources)).code())
                .as("no artefact")
                .isZero();
        var future = FileTime.from(Instant.now().plusSeconds(100));
        Files.setLastModifiedTime(source, future);
        assertThat(script(question).code()).as("changed").isZero();
        var stamp = Files.createFile(folder.resolve("stamp"));
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(200)));
        assertThat(script(question.replace("none", "'" + stamp + "'")).code())
                .as("built since")
                .isNotZero();
        Files.delete(source);
        Files.setLastModifiedTime(sources, future);
        assertThat(script(question).code()).as("deleted").isZero();
    }

    @Test
    void buildsOnlyWhatIsToRun() {
        var list = "; echo ${applications[@]+${applications[@]}}";
        assertThat(script("choose_applications up --only database,identity" + list).output())
                .isBlank();
        assertThat(
                        script("choose_applications up --only=catalog,gateway --port 1" + list)
                                .output()
                                .strip())
                .isEqualTo("catalog-service gateway");
        assertThat(script("choose_applications up --port 1" + list).output().strip())
                .isEqualTo("catalog-service okr-service governance-service gateway");
    }

    @Test
    void showsWhatTheCompilerSaidOfAFailedBuild() throws IOException {
        assertThat(
                        buildErrors(
                                """
                                [INFO] Building okr-service 0.1.0-SNAPSHOT                      [3/4]
                                [WARNING] /r/okr-service/src/main/java/A.java:[3,5] deprecated
                                [ERROR] COMPILATION ERROR :
                                [ERROR] /r/okr-service/src/main/java/A.java:[12,9] cannot find symbol
                                  symbol:   class Gone
                                  location: class A
                                [INFO] 1 error
                                [INFO] BUILD FAILURE
                                [ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.14.1:compile (default-compile) on project okr-service: Compilation failure
                                [ERROR] /r/okr-service/src/main/java/A.java:[12,9] cannot find symbol
                                [ERROR]   symbol:   class Gone
                                [ERROR] -> [Help 1]
                                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                                """))
                .containsExactly(
                        "[ERROR] /r/okr-service/src/main/java/A.java:[12,9] cannot find symbol",
                        "  symbol:   class Gone",
                        "  location: class A");
        assertThat(
                        buildErrors(
                                """
                                > tsc -b && vite build
                                src/App.tsx(3,7): error TS2322: Type 'string' is not assignable to type 'number'.
                                [ERROR] Command execution failed.
                                [ERROR] Failed to execute goal org.codehaus.mojo:exec-maven-plugin:3.5.0:exec (portal) on project gateway: Command execution failed.: Process exited with an error: 2 (Exit value: 2) -> [Help 1]
                                """))
                .containsExactly(
                        "src/App.tsx(3,7): error TS2322: Type 'string' is not assignable to type 'number'.");
    }

    @Test
    void showsMavensLastWordsWhereNoCompilerSaidAnything() throws IOException {
        assertThat(
                        buildErrors(
                                """
                                [ERROR] Failed to execute goal on project gateway: Could not resolve dependencies: connection refused -> [Help 1]
                                [ERROR]
                                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                                [ERROR] [Help 1] http://cwiki.example/x
                                """))
                .containsExactly(
                        "[ERROR] Failed to execute goal on project gateway: Could not resolve dependencies: connection refused -> [Help 1]");
    }

    private List<String> buildErrors(String log) throws IOException {
        var file = Files.writeString(folder.resolve("build.log"), log);
        return script("show_build_errors '%s'".formatted(file)).output().lines().toList();
    }

    private void tool(String name, String body) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Beside our own tools only what a shell script takes for granted is to be found. */
    private Result withTools(String calls) throws IOException {
        for (var name : List.of("sed", "head", "sort", "tr")) {
            tool(name, "PATH=/usr/bin:/bin exec %s \"$@\"".formatted(name));
        }
        return script("unset JAVA_HOME; PATH='%s'; %s".formatted(folder, calls));
    }

    private static Result script(String calls) {
        var source = "source '%s'; %s".formatted(Workspace.findRoot().resolve("jointly"), calls);
        try {
            var process =
                    new ProcessBuilder("bash", "-c", source).redirectErrorStream(true).start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
