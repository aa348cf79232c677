package io.jointly.kit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.problem.StandardProblem;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergePatchTest {
    record Content(
            @NotBlank String name, String note, List<String> words, Map<String, String> map) {}

    private static final Content NOW =
            new Content("name", "note", List.of("a", "b"), Map.of("k", "v", "l", "w"));

    private final ObjectMapper json = new ObjectMapper();
    private final MergePatch mergePatch =
            new MergePatch(json, Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void leavesWhatIsAbsentAndTakesAwayWhatIsNull() throws Exception {
        assertThat(apply("{}")).isEqualTo(NOW);
        assertThat(apply("{\"note\":null}"))
                .isEqualTo(new Content("name", null, NOW.words(), NOW.map()));
    }

    @Test
    void replacesListsAndMergesObjects() throws Exception {
        assertThat(apply("{\"words\":[\"c\"]}").words()).containsExactly("c");
        assertThat(apply("{\"map\":{\"k\":null,\"m\":\"x\"}}").map())
                .isEqualTo(Map.of("l", "w", "m", "x"));
        assertThat(apply("{\"map\":{\"unheard-of\":null}}").map()).isEqualTo(NOW.map());
    }

    @Test
    void refusesAResultThatIsNotValid() {
        for (var patch : List.of("{\"name\":null}", "{\"name\":\" \"}")) {
            assertThatExceptionOfType(ConstraintViolationException.class)
                    .isThrownBy(() -> apply(patch));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "null", "true"})
    void refusesWhatIsNoObject(String patch) {
        assertThatExceptionOfType(StandardProblem.class).isThrownBy(() -> apply(patch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nmae\":\"x\"}", "{\"nmae\":null}", "{\"note\":null,\"nmae\":null}"})
    void refusesAFieldThatThereIsNotEvenIfItIsOnlyTakenAway(String patch) {
        assertThatExceptionOfType(StandardProblem.class)
                .isThrownBy(() -> apply(patch))
                .satisfies(e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/nmae"));
    }

    @Property
    void theSamePatchTwiceIsTheSamePatch(
            @ForAll @AlphaChars @NotEmpty String name, @ForAll List<@AlphaChars String> words)
            throws Exception {
        var patch = json.valueToTree(Map.of("name", name, "words", words));
        var once = mergePatch.apply(patch, NOW, Content.class);
        assertThat(mergePatch.apply(patch, once, Content.class)).isEqualTo(once);
        assertThat(once.note()).isEqualTo(NOW.note());
    }

    private Content apply(String patch) throws Exception {
        return mergePatch.apply(json.readValue(patch, JsonNode.class), NOW, Content.class);
    }
}
