package io.jointly.catalog.valuestream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Duration;

/** A stage as stored; times in seconds. */
@Embeddable
class Stage {
    @Column(name = "stage_key")
    private String key;

    private String name;
    private String department;
    private long processTime;
    private long leadTime;
    private BigDecimal completeAndAccurate;
    private String handoff;

    protected Stage() {}

    Stage(StageView wish) {
        key = wish.key();
        name = wish.name();
        department = wish.department();
        processTime = wish.processTime().toSeconds();
        leadTime = wish.leadTime().toSeconds();
        completeAndAccurate = wish.completeAndAccurate();
        handoff = wish.handoff().toString();
    }

    StageView view() {
        return new StageView(
                key,
                name,
                department,
                Duration.ofSeconds(processTime),
                Duration.ofSeconds(leadTime),
                completeAndAccurate.stripTrailingZeros(),
                HandoffKind.named(handoff));
    }
}
