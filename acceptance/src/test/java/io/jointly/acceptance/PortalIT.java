package io.jointly.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.acceptance.suite.RealLog;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal in Chromium; the steps themselves are in the folder {@code browser}. */
@ExtendWith(Running.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalIT {
    private static final Path MODULE = Workspace.findRoot().resolve("acceptance").normalize();
    private static final Path BROWSER = MODULE.resolve("browser");
    private static final int PATIENCE_MINUTES = 10;

    private final RunningSuite suite;

    PortalIT(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeAll
    void prepare() throws Exception {
        Absent.unlessThere(chromium(), "Chromium (package chromium, or CHROMIUM names another)");
        if (!Files.exists(BROWSER.resolve("node_modules/.package-lock.json"))) {
            assertThat(run("npm", "ci", "--no-audit", "--no-fund")).as("npm ci").isZero();
        }
        if (RealLog.file().isPresent()) {
            assertThat(RealLog.importInto(suite, World.INCIDENTS).accepted()).isTrue();
        }
    }

    @Test
    @Order(1)
    void twoHeadsGoFromTheWorstHandoffToTheEffectOfTheirDecision() throws Exception {
        Absent.unlessThere(RealLog.file(), "the real incident log (JOINTLY_REAL_DATA)");

        assertThat(run("node", "--test", "journey.test.mjs")).as("see the output above").isZero();
    }

    @Test
    @Order(2)
    void everyPageIsAccessibleInBothThemesAndAtTwoWidths() throws Exception {
        assertThat(run("node", "--test", "pages.test.mjs")).as("see the output above").isZero();
    }

    private static Optional<Path> chromium() {
        var named = System.getenv("CHROMIUM");
        return Optional.of(Path.of(named == null ? "/usr/bin/chromium" : named))
                .filter(Files::isExecutable);
    }

    private int run(String... command) throws IOException, InterruptedException {
        var log = MODULE.resolve("target").resolve(command[command.length - 1] + ".log");
        Files.createDirectories(log.getParent());
        var builder =
                new ProcessBuilder(List.of(command))
                        .directory(BROWSER.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("JOINTLY_URL", suite.url());
        builder.environment()
                .put("JOINTLY_SCREENSHOTS", MODULE.resolve("target/screenshots").toString());
        var process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                System.out.println("It took more than " + PATIENCE_MINUTES + " minutes.");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        System.out.println(Files.readString(log));
        return process.waitFor();
    }
}
