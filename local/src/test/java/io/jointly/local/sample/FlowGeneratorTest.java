package io.jointly.local.sample;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowGeneratorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final FlowRecipe ONBOARDING = SampleFiles.recipe("employee-onboarding.json");
    private static final Map<String, ZoneId> ZONES = SampleSet.timeZones();
    private static final List<SampleEvent> EVENTS = FlowGenerator.events(ONBOARDING, NOW, ZONES);

    @Test
    void makesTheSameWorkForTheSameSeed() {
        assertThat(FlowGenerator.events(ONBOARDING, NOW, ZONES)).isEqualTo(EVENTS);
    }

    @Test
    void tellsEventsInOrderAndNoneOfTheFuture() {
        assertThat(EVENTS)
                .isSortedAccordingTo(java.util.Comparator.comparing(SampleEvent::occurredAt));
        assertThat(EVENTS)
                .allSatisfy(
                        event ->
                                assertThat(event.occurredAt())
                                        .isBetween(NOW.minus(Duration.ofDays(182)), NOW));
        assertThat(items().values())
                .allSatisfy(
                        events ->
                                assertThat(events)
                                        .extracting(SampleEvent::occurredAt)
                                        .doesNotHaveDuplicates());
    }

    @Test
    void givesEachEventAnIdentityOfItsOwn() {
        assertThat(EVENTS).extracting(SampleEvent::eventId).doesNotHaveDuplicates();
    }

    @Test
    void keepsWorkingHours() {
        assertThat(EVENTS)
                .allSatisfy(
                        event -> {
                            var there = event.occurredAt().atZone(ZONES.get(event.department()));
                            assertThat(WorkingHours.isWorkingDay(there.toLocalDate())).isTrue();
                            assertThat(there.toLocalTime())
                                    .isBetween(
                                            java.time.LocalTime.of(9, 0),
                                            java.time.LocalTime.of(17, 0));
                        });
    }

    @Test
    void letsWorkBounceAsOftenAsTheRecipeSays() {
        assertThat(pingPongShare(before(28))).isBetween(0.30, 0.42);
    }

    @Test
    void bouncesLessOnceTheMatterIsSettled() {
        var settled = NOW.minus(Duration.ofDays(28));
        var fresh =
                items().values().stream()
                        .filter(events -> events.get(0).occurredAt().isAfter(settled))
                        .toList();

        assertThat(pingPongShare(fresh)).isLessThan(0.2);
        assertThat(pingPongShare(items().values().stream().toList()))
                .isLessThan(pingPongShare(before(28)) - 0.01);
    }

    @Test
    void staysWithinServiceLevelsWhileTheWholeTakesWeeks() {
        var finished =
                items().values().stream()
                        .filter(e -> last(e).state().equals(FlowRecipe.DONE))
                        .toList();
        var inTime = finished.stream().filter(events -> last(events).slaMet()).count();
        var days =
                finished.stream()
                        .mapToDouble(
                                e ->
                                        Duration.between(
                                                                e.get(0).occurredAt(),
                                                                last(e).occurredAt())
                                                        .toHours()
                                                / 24.0)
                        .average()
                        .orElseThrow();

        assertThat((double) inTime / finished.size()).isBetween(0.9, 0.99);
        assertThat(days).isBetween(10.0, 21.0);
    }

    @Test
    void leavesTheLatestWorkOpen() {
        assertThat(items().values().stream().filter(e -> !isOver(e)).count()).isBetween(60L, 250L);
    }

    @Test
    void letsTheQueueBeforeDevicesGrow() {
        assertThat(deviceWait(0, 60)).isGreaterThan(1.5 * deviceWait(120, 180));
    }

    /** Mean hours from the rights that were granted to the device that was begun. */
    private static double deviceWait(int from, int to) {
        return items().values().stream()
                .flatMap(
                        events ->
                                IntStream.range(1, events.size())
                                        .filter(
                                                i ->
                                                        events.get(i)
                                                                .activity()
                                                                .equals("Preparing device started"))
                                        .mapToObj(i -> List.of(events.get(i - 1), events.get(i))))
                .filter(pair -> !pair.get(1).occurredAt().isBefore(NOW.minus(Duration.ofDays(to))))
                .filter(pair -> pair.get(1).occurredAt().isBefore(NOW.minus(Duration.ofDays(from))))
                .mapToLong(
                        pair ->
                                Duration.between(pair.get(0).occurredAt(), pair.get(1).occurredAt())
                                        .toHours())
                .average()
                .orElseThrow();
    }

    private static Map<String, List<SampleEvent>> items() {
        return EVENTS.stream().collect(groupingBy(SampleEvent::workItem));
    }

    private static List<List<SampleEvent>> before(int days) {
        var end = NOW.minus(Duration.ofDays(days));
        return EVENTS.stream()
                .filter(event -> event.occurredAt().isBefore(end))
                .collect(
                        collectingAndThen(
                                groupingBy(SampleEvent::workItem), m -> List.copyOf(m.values())));
    }

    private static double pingPongShare(List<List<SampleEvent>> items) {
        return (double) items.stream().filter(FlowGeneratorTest::pingPongs).count() / items.size();
    }

    private static boolean pingPongs(List<SampleEvent> events) {
        var teams = events.stream().map(SampleEvent::team).collect(toList());
        var sequence =
                IntStream.range(0, teams.size())
                        .filter(i -> i == 0 || !teams.get(i).equals(teams.get(i - 1)))
                        .mapToObj(teams::get)
                        .collect(Collectors.toList());
        return IntStream.range(2, sequence.size())
                .anyMatch(i -> sequence.get(i).equals(sequence.get(i - 2)));
    }

    private static boolean isOver(List<SampleEvent> events) {
        var state = last(events).state();
        return state.equals(FlowRecipe.DONE) || state.equals(FlowRecipe.WITHDRAWN);
    }

    private static SampleEvent last(List<SampleEvent> events) {
        return events.get(events.size() - 1);
    }
}
