package io.jointly.okr.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void isTheMeanByWeight() {
        assertThat(Score.of(List.of(part("1", "0.5"), part("3", "0.9"))))
                .isEqualByComparingTo("0.8");
    }

    @Test
    void countsWhatNobodyCheckedInAsNotMoved() {
        assertThat(Score.of(List.of(part("1", "0.8"), part("1", null))))
                .isEqualByComparingTo("0.4");
    }

    @Test
    void isUnknownWhileNothingIsCheckedIn() {
        assertThat(Score.of(List.of())).isNull();
        assertThat(Score.of(List.of(part("1", null), part("2", null)))).isNull();
    }

    private static Score.Part part(String weight, String progress) {
        return new Score.Part(
                new BigDecimal(weight), progress == null ? null : new BigDecimal(progress));
    }
}
