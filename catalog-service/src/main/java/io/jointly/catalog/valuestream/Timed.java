package io.jointly.catalog.valuestream;

import java.math.BigDecimal;
import java.time.Duration;

/** What a stage of either state is measured by. */
interface Timed {
    String key();

    String name();

    String department();

    Duration processTime();

    Duration leadTime();

    BigDecimal completeAndAccurate();

    HandoffKind handoff();
}
