package io.jointly.governance.worktime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When people work. */
@ConfigMapping(prefix = "jointly.worktime")
public interface WorktimeConfig {
    /** Time zone of whoever's own is not known. */
    @WithDefault("Europe/Paris")
    ZoneId zone();

    /** First minute of a working day, {@code HH:mm}. */
    @WithDefault("09:00")
    String opens();

    /** First minute after a working day, {@code HH:mm}; {@code 24:00} is midnight. */
    @WithDefault("17:00")
    String closes();

    @WithDefault("MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY")
    Set<DayOfWeek> days();

    /** Country whose public holidays are kept, as ISO 3166 code; none when empty. */
    Optional<String> country();

    /** Countries of single time zones, for organisations in several. */
    Map<String, String> countries();
}
