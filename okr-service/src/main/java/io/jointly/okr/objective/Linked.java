package io.jointly.okr.objective;

import io.jointly.okr.neighbour.Verdict;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What is known of a link. */
@Embeddable
class Linked {
    private int place;

    @Enumerated(EnumType.STRING)
    private Verdict linkCheck;

    protected Linked() {}

    Linked(int place, Verdict linkCheck) {
        this.place = place;
        this.linkCheck = linkCheck;
    }

    int place() {
        return place;
    }

    void moveTo(int newPlace) {
        place = newPlace;
    }

    Verdict check() {
        return linkCheck;
    }

    void checked(Verdict verdict) {
        linkCheck = verdict;
    }
}
