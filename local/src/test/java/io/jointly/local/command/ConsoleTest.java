package io.jointly.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);

    @Test
    void saysWhatIsDoneAndHowLongItTook() {
        var task = console.begin("Starting okr");
        task.done("okr is ready");
        task.drop();

        assertThat(shown()).matches("  okr is ready \\(0[.,]\\d s\\)\\R");
    }

    @Test
    void showsWhatTakesLongerThanASecond() throws InterruptedException {
        var quick = console.begin("Looking");
        var slow = console.begin("Starting identity");
        slow.detail("importing the realm");
        quick.drop();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (shown().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }

        assertThat(shown())
                .contains("Starting identity: importing the realm, ")
                .doesNotContain("Looking");
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
