package io.jointly.governance.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.governance.link.Links;
import io.jointly.governance.worktime.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(
                    ZoneOffset.UTC,
                    LocalTime.of(9, 0),
                    LocalTime.of(17, 0),
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    day -> false);

    private final Escalation escalation = raised("it", "hr");

    @Test
    void isSolvedTogetherWithTheLastAgreement() {
        escalation.propose("it", "One queue", "Marc", MONDAY);
        assertThat(escalation.isResolved()).isFalse();
        assertThat(escalation.agree("it", "Marc", MONDAY)).isFalse();
        assertThat(escalation.agree("hr", "Claire", MONDAY)).isTrue();
        assertThat(view().resolution().kind()).isEqualTo(ResolutionKind.SOLVED_TOGETHER);
        assertThat(escalation.isDueAt(MONDAY.plus(Duration.ofDays(99)))).isFalse();
    }

    @Test
    void isDecidedAboveOnlyOnceItHasClimbed() {
        assertThatExceptionOfType(EscalationProblem.PeersFirst.class)
                .isThrownBy(() -> escalation.resolveAbove("x", "Anne", MONDAY));
        escalation.climb(clock(8));
        escalation.resolveAbove("x", "Anne", MONDAY);
        assertThat(view().resolution().kind()).isEqualTo(ResolutionKind.DECIDED_ABOVE);
        assertThatExceptionOfType(EscalationProblem.Resolved.class)
                .isThrownBy(() -> escalation.acknowledge("hr", "Claire", MONDAY));
    }

    @Test
    void leavesThePeersWhenItClimbs() {
        escalation.climb(clock(8));
        assertThatExceptionOfType(EscalationProblem.PeersStepOver.class)
                .isThrownBy(() -> escalation.propose("it", "x", "Marc", MONDAY));
        escalation.handBack("Settle it", "Anne", clock(16));
        escalation.propose("it", "x", "Marc", MONDAY);
        assertThat(view().level()).isEqualTo(Level.PEERS);
    }

    @Test
    void climbsFromThePeersToTheSponsorLevelByLevel() {
        assertThat(escalation.level()).isEqualTo(Level.PEERS);
        for (var level : List.of(Level.HEADS, Level.BOARD, Level.SPONSOR)) {
            escalation.climb(clock(8));
            assertThat(escalation.level()).isEqualTo(level);
        }
        assertThat(escalation.level().isHighest()).isTrue();
    }

    @Test
    void isWarnedBeforeItClimbs() {
        assertThat(escalation.isToBeWarned()).isTrue();
        assertThat(escalation.isDueAt(MONDAY.plus(Duration.ofHours(27)))).isFalse();
        assertThat(escalation.isDueAt(MONDAY.plus(Duration.ofHours(28)))).isTrue();
        escalation.warn(MONDAY.plus(Duration.ofHours(28)));
        assertThat(escalation.isDueAt(MONDAY.plus(Duration.ofHours(31)))).isFalse();
        assertThat(escalation.isDueAt(MONDAY.plus(Duration.ofHours(32)))).isTrue();
        assertThat(escalation.isToBeWarned()).isFalse();
    }

    @Test
    void aDecisionOutOfItTouchesEverybodyNamed() {
        escalation.requireDecidable(List.of("finance", "hr", "it"));
        assertThatExceptionOfType(EscalationProblem.PeersLeftOut.class)
                .isThrownBy(() -> escalation.requireDecidable(List.of("it", "finance")))
                .withMessageContaining("hr");
    }

    @Test
    void onlyThoseNamedAct() {
        assertThatExceptionOfType(EscalationProblem.NotNamed.class)
                .isThrownBy(() -> escalation.propose("legal", "x", "Paul", MONDAY));
    }

    private EscalationView view() {
        return escalation.view(List.of());
    }

    private static StepClock clock(int hours) {
        return StepClock.start(MONDAY, Duration.ofHours(hours), 75, CALENDAR);
    }

    private static Escalation raised(String... departments) {
        return new Escalation(
                new RaiseEscalation(
                        "Tickets bounce",
                        "Often",
                        EscalationKind.FUNCTIONAL,
                        departments[0],
                        List.of(departments),
                        null,
                        null),
                new Links(Map.of()),
                ZoneId.of("UTC"),
                clock(16),
                "head-it",
                "Marc");
    }
}
