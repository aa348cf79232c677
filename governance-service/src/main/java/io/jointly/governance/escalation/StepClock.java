package io.jointly.governance.escalation;

import io.jointly.governance.worktime.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;

/** The clock of one level: when it started, warns and runs out, in working time. */
record StepClock(Instant startedAt, Duration workingTime, Instant warnAt, Instant dueAt) {
    static StepClock start(
            Instant now, Duration workingTime, int warnAtPercent, WorkingCalendar calendar) {
        return new StepClock(
                now,
                workingTime,
                calendar.add(now, workingTime.multipliedBy(warnAtPercent).dividedBy(100)),
                calendar.add(now, workingTime));
    }
}
