package io.jointly.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.local.Options;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JointlyTest {
    private final StringWriter errors = new StringWriter();

    @TempDir Path folder;

    @Test
    void refusesUnknownWordsInOneSentence() {
        assertThat(run("upp")).isEqualTo(2);
        assertThat(run("up", "--sample", "huge")).isEqualTo(2);
        assertThat(run("up", "--port", "eighty")).isEqualTo(2);
        assertThat(run("import", "log.csv")).isEqualTo(2);
        assertThat(errors.toString())
                .contains("upp", "--sample", "eighty", "--stream")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhatIsWrongWithAnOptionsValue() {
        assertThat(run("up", "--port", "65530")).isEqualTo(1);
        assertThat(run("up", "--only", "database,kitchen")).isEqualTo(1);
        assertThat(run("up", "--host", "192.0.2.7", "--data", folder.toString())).isEqualTo(1);
        assertThat(run("logs", "kitchen")).isEqualTo(1);
        assertThat(errors.toString())
                .contains("1 to 65529", "There is no part 'kitchen'", "no address 192.0.2.7")
                .doesNotContain("Exception");
    }

    @Test
    void knowsThatNothingRuns() {
        assertThat(run("token", "head-it", "--data", folder.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("Jointly does not run; start it with ./jointly up.");
        assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(run("down", "--data", folder.toString())).isZero();
    }

    @Test
    void handsEveryOptionToTheLauncherInTheBackground() {
        var options =
                Options.of(folder, folder.resolve("d"))
                        .withPorts(new Ports(9000))
                        .withSample(false)
                        .withParts(EnumSet.of(PartName.DATABASE, PartName.IDENTITY));

        assertThat(DetachedStart.arguments(options))
                .containsExactly(
                        "--port=9000",
                        "--host=127.0.0.1",
                        "--data=" + folder.resolve("d"),
                        "--sample=none",
                        "--only=database,identity");
    }

    @Test
    void aLauncherInTheBackgroundIsNotStoppedFromATerminal() {
        assertThat(Greeting.howToStop(true)).contains("./jointly down").doesNotContain("Ctrl-C");
        assertThat(Greeting.howToStop(false)).contains("./jointly down", "Ctrl-C");
        var up = Jointly.commandLine().getSubcommands().get("up");
        Jointly.commandLine().parseArgs("up", "--in-background");
        assertThat(up.getUsageMessage()).doesNotContain("--in-background");
    }

    @Test
    void putsFailuresIntoWords() {
        assertThat(Jointly.sentence(new LocalProblem("The cat sleeps.")))
                .isEqualTo("The cat sleeps.");
        assertThat(
                        Jointly.sentence(
                                new LocalProblem(
                                        "x", new IOException("/d: No space left on device"))))
                .isEqualTo("The disk is full: /d: No space left on device.");
        assertThat(Jointly.sentence(new IllegalStateException("odd")))
                .startsWith("Something unexpected went wrong")
                .contains("odd");
    }

    private int run(String... arguments) {
        return Jointly.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
