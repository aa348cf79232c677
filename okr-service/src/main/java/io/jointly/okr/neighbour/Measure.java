package io.jointly.okr.neighbour;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;

/** A live measure as catalog gives it; no value while there is nothing to measure. */
@JsonIgnoreProperties(ignoreUnknown = true) // a newer catalog may say more
public record Measure(
        String code, String name, String unit, String better, BigDecimal value, Instant asOf) {}
