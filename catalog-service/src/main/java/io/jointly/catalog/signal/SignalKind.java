package io.jointly.catalog.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What can be found, and the risk that it points to (ideas A4, A6, A9, A10, B9, B10). */
public enum SignalKind {
    @JsonProperty("service-without-stream")
    SERVICE_WITHOUT_STREAM(Risk.NON_EMERGING_VALUE_STREAMS),
    @JsonProperty("stream-without-joint-owner")
    STREAM_WITHOUT_JOINT_OWNER(Risk.NON_EMERGING_VALUE_STREAMS),
    @JsonProperty("stream-without-measure")
    STREAM_WITHOUT_MEASURE(Risk.NON_EMERGING_VALUE_STREAMS),
    @JsonProperty("measures-inside-one-department")
    MEASURES_INSIDE_ONE_DEPARTMENT(Risk.NON_EMERGING_VALUE_STREAMS),
    @JsonProperty("bouncing-pair")
    BOUNCING_PAIR(Risk.INEFFICIENT_HANDOFFS),
    @JsonProperty("growing-queue")
    GROWING_QUEUE(Risk.INEFFICIENT_HANDOFFS);

    /** The first two of the three types of risk. */
    public enum Risk {
        @JsonProperty("non-emerging-value-streams")
        NON_EMERGING_VALUE_STREAMS,
        @JsonProperty("inefficient-handoffs")
        INEFFICIENT_HANDOFFS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Risk risk;

    SignalKind(Risk risk) {
        this.risk = risk;
    }

    Risk risk() {
        return risk;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
