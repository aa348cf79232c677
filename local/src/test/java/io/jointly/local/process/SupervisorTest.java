package io.jointly.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisorTest {
    private static final Set<PartName> NOTHING = Set.of();

    @TempDir Path folder;
    private Workspace workspace;

    @BeforeEach
    void prepare() {
        workspace = Workspace.of(folder, folder.resolve("data"));
        workspace.prepare();
    }

    @Test
    void startsAPartOnlyWhenWhatItNeedsIsReady() throws IOException {
        var slow =
                new StandIn(
                        PartName.DATABASE,
                        NOTHING,
                        "sleep 0.5; touch $READY; exec sleep 300",
                        workspace);
        var order = workspace.run().resolve("database.ready");
        var second =
                new StandIn(
                        PartName.OKR,
                        Set.of(PartName.DATABASE),
                        "ls " + order + "; touch $READY; exec sleep 300",
                        workspace);
        try (var supervisor = new Supervisor(List.of(slow, second), Progress.silent())) {
            supervisor.start();

            assertThat(Files.readString(second.log()))
                    .contains("database.ready")
                    .doesNotContain("cannot");
        }
    }

    @Test
    void leavesNoProcessBehind() {
        var supervisor = twoSleepers();
        supervisor.start();
        var pids = List.of(supervisor.pid(PartName.DATABASE), supervisor.pid(PartName.OKR));
        assertThat(pids).allMatch(SupervisorTest::lives);

        supervisor.close();
        supervisor.close();

        assertThat(pids).noneMatch(SupervisorTest::lives);
        assertThat(workspace.pidFile(PartName.OKR)).doesNotExist();
    }

    @Test
    void endsAPartThatDoesNotListen() {
        var deaf =
                new StandIn(
                        PartName.OKR,
                        NOTHING,
                        "trap '' TERM; touch $READY; while :; do sleep 0.1; done",
                        workspace);
        var supervisor = new Supervisor(List.of(deaf), Progress.silent());
        supervisor.start();
        long pid = supervisor.pid(PartName.OKR);

        supervisor.close();

        assertThat(lives(pid)).isFalse();
    }

    @Test
    void saysWhichPartDiedWhileStartingAndStopsTheRest() {
        var good = StandIn.sleeping(PartName.DATABASE, NOTHING, workspace);
        var bad =
                new StandIn(
                        PartName.OKR,
                        Set.of(PartName.DATABASE),
                        "echo no room left; exit 7",
                        workspace);
        var supervisor = new Supervisor(List.of(good, bad), Progress.silent());

        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(supervisor::start)
                .withMessageContaining("okr died while starting (exit code 7)")
                .withMessageContaining(bad.log().toString())
                .withMessageContaining("no room left");
        assertThat(workspace.pidFile(PartName.DATABASE)).doesNotExist();
        assertThat(supervisor.isAlive(PartName.DATABASE)).isFalse();
    }

    @Test
    void breaksOffAStartThatIsStoppedMeanwhile() {
        var never = new StandIn(PartName.DATABASE, NOTHING, "exec sleep 300", workspace);
        var supervisor = new Supervisor(List.of(never), Progress.silent());
        new Thread(
                        () -> {
                            Pause.millis(500);
                            supervisor.close();
                        })
                .start();

        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(supervisor::start)
                .withMessageContaining("broken off");
        assertThat(workspace.pidFile(PartName.DATABASE)).doesNotExist();
    }

    @Test
    void noticesAPartThatDiesLater() {
        try (var supervisor = twoSleepers()) {
            supervisor.start();
            ProcessHandle.of(supervisor.pid(PartName.OKR)).orElseThrow().destroyForcibly();

            assertThat(supervisor.awaitDeath())
                    .hasValueSatisfying(
                            death -> assertThat(death).hasMessageContaining("okr died (signal 9)"));
        }
    }

    @Test
    void takesAWantedDeathForNoFaultAndStartsAgain() {
        try (var supervisor = twoSleepers()) {
            supervisor.start();
            long first = supervisor.pid(PartName.OKR);

            supervisor.kill(PartName.OKR);
            assertThat(supervisor.isAlive(PartName.OKR)).isFalse();
            supervisor.restart(PartName.OKR);

            assertThat(supervisor.pid(PartName.OKR))
                    .isNotEqualTo(first)
                    .matches(SupervisorTest::lives);
            new Thread(
                            () -> {
                                Pause.millis(600);
                                supervisor.close();
                            })
                    .start();
            assertThat(supervisor.awaitDeath()).isEmpty();
        }
    }

    @Test
    void letsNobodyButTheLauncherEndAPartByItsGuard() {
        try (var supervisor = twoSleepers()) {
            supervisor.start();
            var part = ProcessHandle.of(supervisor.pid(PartName.OKR)).orElseThrow();

            for (int i = 0; i < 3; i++) {
                part.parent().orElseThrow().destroy();
                Pause.millis(100);
            }

            assertThat(part.isAlive()).isTrue();
            assertThat(supervisor.isAlive(PartName.OKR)).isTrue();
            supervisor.close();
            assertThat(part.isAlive()).isFalse();
        }
    }

    @Test
    void stopsAPartWhoseGuardIsKilled() throws Exception {
        try (var supervisor = twoSleepers()) {
            supervisor.start();
            var part = ProcessHandle.of(supervisor.pid(PartName.OKR)).orElseThrow();

            part.parent().orElseThrow().destroyForcibly();

            assertThat(supervisor.awaitDeath()).isPresent();
            supervisor.close();
            part.onExit().get(10, TimeUnit.SECONDS);
            assertThat(part.isAlive()).isFalse();
        }
    }

    private Supervisor twoSleepers() {
        return new Supervisor(
                List.of(
                        StandIn.sleeping(PartName.DATABASE, NOTHING, workspace),
                        StandIn.sleeping(PartName.OKR, Set.of(PartName.DATABASE), workspace)),
                Progress.silent());
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
