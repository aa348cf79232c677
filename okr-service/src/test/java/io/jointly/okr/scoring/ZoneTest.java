package io.jointly.okr.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTest {
    @ParameterizedTest
    @CsvSource({
        "0, RED",
        "0.3, RED",
        "0.3001, YELLOW",
        "0.4, YELLOW",
        "0.6999, YELLOW",
        "0.7, GREEN",
        "1, GREEN"
    })
    void followsGooglesColours(BigDecimal score, Zone zone) {
        assertThat(Zone.of(score)).isEqualTo(zone);
    }

    @Test
    void hasNoColourForWhatNobodyMeasured() {
        assertThat(Zone.of(null)).isNull();
    }
}
