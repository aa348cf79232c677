package io.jointly.okr.cycle;

import io.jointly.kit.link.Link;
import io.jointly.kit.record.Aggregate;
import jakarta.persistence.Entity;
import java.time.LocalDate;

/** A stretch of time that objectives are set for. */
@Entity
public class Cycle extends Aggregate {
    private String code;
    private String name;
    private LocalDate startsOn;
    private LocalDate endsOn;

    protected Cycle() {}

    Cycle(NewCycle wish) {
        code = wish.code();
        name = wish.name();
        startsOn = wish.start();
        endsOn = wish.end();
    }

    public String code() {
        return code;
    }

    Link link() {
        return new Link("cycle", code);
    }

    CycleView view() {
        return new CycleView(code, name, startsOn, endsOn, version(), createdAt(), updatedAt());
    }
}
