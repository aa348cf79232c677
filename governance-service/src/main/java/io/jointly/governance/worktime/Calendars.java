package io.jointly.governance.worktime;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The working calendars, one per time zone. */
@ApplicationScoped
public class Calendars {
    private static final Predicate<LocalDate> NEVER = date -> false;

    private final Map<ZoneId, WorkingCalendar> known = new ConcurrentHashMap<>();
    private final WorktimeConfig config;

    Calendars(WorktimeConfig config) {
        this.config = config;
    }

    public WorkingCalendar of(ZoneId zone) {
        return known.computeIfAbsent(zone, this::make);
    }

    /** Where a place's own time zone is not known. */
    public ZoneId usualZone() {
        return config.zone();
    }

    private WorkingCalendar make(ZoneId zone) {
        var country = config.countries().getOrDefault(zone.getId(), config.country().orElse(""));
        return new WorkingCalendar(
                zone,
                LocalTime.parse(config.opens()),
                config.closes().equals("24:00")
                        ? LocalTime.MIDNIGHT
                        : LocalTime.parse(config.closes()),
                config.days(),
                country.isBlank() ? NEVER : holidays(country));
    }

    private static Predicate<LocalDate> holidays(String country) {
        var manager = HolidayManager.getInstance(ManagerParameters.create(country));
        return manager::isHoliday;
    }
}
