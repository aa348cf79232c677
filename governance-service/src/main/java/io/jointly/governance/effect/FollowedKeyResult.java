package io.jointly.governance.effect;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A key result as okr-service tells of it.
 *
 * @param bound whether a live measure gives its value
 * @param baseline value at its beginning, may be null
 * @param latest latest value, may be null
 * @param latestAt when that was measured, null without one
 */
public record FollowedKeyResult(
        String reference,
        String objective,
        String title,
        String unit,
        Direction direction,
        boolean bound,
        BigDecimal baseline,
        BigDecimal latest,
        Instant latestAt) {}
