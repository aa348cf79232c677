package io.jointly.catalog.valuestream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Duration;

/** A stage of the future state as stored; times in seconds. */
@Embeddable
class FutureStage {
    @Column(name = "stage_key")
    private String key;

    private String follows;
    private String name;
    private String department;
    private long processTime;
    private long leadTime;
    private BigDecimal completeAndAccurate;
    private String handoff;

    protected FutureStage() {}

    FutureStage(FutureStageView wish) {
        key = wish.key();
        follows = wish.follows();
        name = wish.name();
        department = wish.department();
        processTime = wish.processTime().toSeconds();
        leadTime = wish.leadTime().toSeconds();
        completeAndAccurate = wish.completeAndAccurate();
        handoff = wish.handoff().toString();
    }

    FutureStageView view() {
        return new FutureStageView(
                key,
                follows,
                name,
                department,
                Duration.ofSeconds(processTime),
                Duration.ofSeconds(leadTime),
                completeAndAccurate.stripTrailingZeros(),
                HandoffKind.named(handoff));
    }
}
