package io.jointly.catalog.valuestream;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** An improvement of a gap as stored. */
@Embeddable
class GapNote {
    private String note;
    private String owner;
    private LocalDate due;

    protected GapNote() {}

    GapNote(GapImprovement wish) {
        note = wish.note();
        owner = wish.owner();
        due = wish.due();
    }

    GapImprovement view() {
        return new GapImprovement(note, owner, due);
    }
}
