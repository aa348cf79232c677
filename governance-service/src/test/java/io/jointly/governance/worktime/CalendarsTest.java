package io.jointly.governance.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** An hour before closing on the day before the French national holiday of 2026. */
    private static final Instant BEFORE = Instant.parse("2026-07-13T14:00:00Z");

    @Test
    void keepNoHolidaysUnlessACountryIsNamed() {
        assertThat(with(Map.of()).of(PARIS).add(BEFORE, Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-07-14T08:00:00Z"));
    }

    @Test
    void keepThePublicHolidaysOfTheCountry() {
        var calendars = with(Map.of("jointly.worktime.country", "fr"));
        assertThat(calendars.of(PARIS).add(BEFORE, Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-07-15T08:00:00Z"));
    }

    @Test
    void keepThoseOfAnotherCountryInItsTimeZone() {
        var calendars =
                with(
                        Map.of(
                                "jointly.worktime.country", "fr",
                                "jointly.worktime.countries.\"Europe/Berlin\"", "de"));
        assertThat(calendars.of(BERLIN).add(BEFORE, Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-07-14T08:00:00Z"));
    }

    @Test
    void canRunAroundTheClock() {
        var calendars =
                with(
                        Map.of(
                                "jointly.worktime.opens", "00:00",
                                "jointly.worktime.closes", "24:00",
                                "jointly.worktime.days",
                                        "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY"));
        assertThat(calendars.of(PARIS).add(BEFORE, Duration.ofDays(9)))
                .isEqualTo(BEFORE.plus(Duration.ofDays(9)));
    }

    private static Calendars with(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder()
                        .withMapping(WorktimeConfig.class)
                        .withDefaultValues(settings)
                        .build();
        return new Calendars(config.getConfigMapping(WorktimeConfig.class));
    }
}
