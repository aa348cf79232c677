package io.jointly.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.local.workspace.LocalProblem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private final Placeholders placeholders = new Placeholders(LocalDate.of(2026, 11, 21));

    @Test
    void knowsTheQuarterOfTheDay() {
        assertThat(
                        placeholders.fill(
                                "${quarter}: ${quarter-name}, ${quarter-start} to ${quarter-end}"))
                .isEqualTo("2026-q4: Quarter 4 of 2026, 2026-10-01 to 2026-12-31");
    }

    @Test
    void countsDaysFromTheDay() {
        assertThat(placeholders.fill("${day+10} ${noon-21}"))
                .isEqualTo("2026-12-01 2026-10-31T12:00:00Z");
    }

    @Test
    void meetsOnTheFridayBeforeAWeekend() {
        assertThat(placeholders.fill("${workday-7} ${workday-6} ${workday-5}"))
                .isEqualTo("2026-11-13 2026-11-13 2026-11-16");
    }

    @Test
    void fillsStringsAtAnyDepthAndLeavesTheRest() throws Exception {
        placeholders.know("roles", "DEC-7");
        var body = SampleFiles.JSON.readTree("{\"links\":[\"decision:${roles}\"],\"n\":1.5}");

        assertThat(placeholders.fill(body).toString())
                .isEqualTo("{\"links\":[\"decision:DEC-7\"],\"n\":1.5}");
    }

    @Test
    void refusesWhatIsNotThereYet() {
        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(() -> placeholders.fill("${roles}"))
                .withMessageContaining("roles");
    }
}
