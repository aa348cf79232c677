package io.jointly.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

    @Test
    void refersOnlyToWhatWasToldBefore() {
        var placeholders = new Placeholders(LocalDate.of(2026, 11, 20));
        for (var chapter : chapters()) {
            for (var act : chapter.acts()) {
                tell(act, chapter.post(), placeholders);
            }
        }
    }

    /** Filling refuses names that are not known yet. */
    private static void tell(Act act, String above, Placeholders placeholders) {
        placeholders.fill(act.body());
        placeholders.fill(act.addressUnder(above));
        if (act.key() != null) {
            placeholders.know(act.key(), "REF-1");
        }
        act.then().forEach(next -> tell(next, above, placeholders));
    }

    @Test
    void keepsKeysApart() {
        assertThat(acts().stream().map(Act::key).filter(java.util.Objects::nonNull))
                .doesNotHaveDuplicates();
    }

    /** Nobody signs for another department. */
    @Test
    void letsEachHeadSpeakForTheOwnDepartmentOnly() {
        assertThat(acts())
                .filteredOn(act -> act.body().path("department").isTextual())
                .allSatisfy(
                        act ->
                                assertThat(act.by())
                                        .isEqualTo(
                                                "head-" + act.body().path("department").asText()));
    }

    @Test
    void namesNoDepartmentThatIsNotThere() {
        var known = codes("departments.json");
        for (var act : acts()) {
            for (var field :
                    List.of(
                            "owners",
                            "departments",
                            "consumers",
                            "stages",
                            "futureStages",
                            "participants")) {
                for (var owner : act.body().path(field)) {
                    assertThat(owner.path("department").asText(owner.asText())).isIn(known);
                }
            }
        }
    }

    @Test
    void tellsOfEveryStreamWhatItsMapIsMadeOf() {
        for (var stream : SampleFiles.chapter("value-streams.json").acts()) {
            var code = stream.body().path("code").asText();
            assertThat(stream.body().path("futureStages")).as(code).isNotEmpty();
            assertThat(stream.body().path("improvements")).as(code).isNotEmpty();
            assertThat(acts("journey-maps.json"))
                    .as(code)
                    .anyMatch(act -> act.put().contains(code));
            assertThat(acts("confirmations.json"))
                    .as(code)
                    .anyMatch(act -> act.post().contains(code));
            for (var file : List.of("meetings.json", "pain-points.json")) {
                assertThat(acts(file))
                        .as(file + " of " + code)
                        .anyMatch(act -> act.body().path("stream").asText().equals(code));
            }
        }
    }

    private static List<Act> acts(String file) {
        return SampleFiles.chapter(file).acts();
    }

    @Test
    void leavesTheStreamForTheRealLogEmpty() {
        assertThat(streamsWithWork()).doesNotContain("it-incidents");
        assertThat(codes("value-streams.json")).contains("it-incidents");
    }

    static List<FlowRecipe> recipes() {
        return SampleFiles.index().steps().stream()
                .filter(step -> step.events() != null)
                .flatMap(step -> step.events().stream())
                .map(SampleFiles.Part::flow)
                .distinct()
                .map(SampleFiles::recipe)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void classesEveryStateThatWorkIsIn(FlowRecipe recipe) {
        var states =
                FlowGenerator.events(recipe, NOW, SampleSet.timeZones()).stream()
                        .map(SampleEvent::state)
                        .collect(Collectors.toSet());

        assertThat(names(stream(recipe.stream()).path("states"))).containsAll(states);
    }

    private static JsonNode stream(String code) {
        return SampleFiles.chapter("value-streams.json").acts().stream()
                .map(Act::body)
                .filter(body -> body.path("code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .collect(Collectors.toSet());
    }

    private static Set<String> streamsWithWork() {
        return recipes().stream().map(FlowRecipe::stream).collect(Collectors.toSet());
    }

    private static Set<String> codes(String file) {
        return SampleFiles.chapter(file).acts().stream()
                .map(act -> act.body().path("code").asText())
                .collect(Collectors.toSet());
    }

    private static List<Act.Chapter> chapters() {
        return SampleFiles.index().steps().stream()
                .filter(step -> step.acts() != null)
                .map(step -> SampleFiles.chapter(step.acts()))
                .toList();
    }

    private static List<Act> acts() {
        var all = new ArrayList<Act>();
        chapters().forEach(chapter -> chapter.acts().forEach(act -> collect(act, all)));
        return all;
    }

    private static void collect(Act act, List<Act> all) {
        all.add(act);
        act.then().forEach(next -> collect(next, all));
    }
}
