package io.jointly.catalog.valuestream;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Duration;

/** A stage as stored; times in seconds. */
@Embeddable
class Stage {
    private String name;
    private String department;
    private long processTime;
    private long leadTime;
    private BigDecimal completeAndAccurate;

    protected Stage() {}

    Stage(StageView wish) {
        name = wish.name();
        department = wish.department();
        processTime = wish.processTime().toSeconds();
        leadTime = wish.leadTime().toSeconds();
        completeAndAccurate = wish.completeAndAccurate();
    }

    StageView view() {
        return new StageView(
                name,
                department,
                Duration.ofSeconds(processTime),
                Duration.ofSeconds(leadTime),
                completeAndAccurate.stripTrailingZeros());
    }
}
