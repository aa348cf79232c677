package io.jointly.catalog.engagement;

import io.jointly.kit.identity.Caller;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Attendance as stored. */
@Embeddable
class Attendance {
    private String[] departments;
    private String note;
    private String recordedBy;
    private String recordedByName;
    private Instant recordedAt;

    protected Attendance() {}

    Attendance(RecordAttendance wish, Caller caller) {
        departments = wish.departments().stream().sorted().toArray(String[]::new);
        note = wish.note();
        recordedBy = caller.id();
        recordedByName = caller.name();
        recordedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    OccurrenceView.Attendance view() {
        return new OccurrenceView.Attendance(
                List.of(departments), note, recordedByName, recordedAt);
    }
}
