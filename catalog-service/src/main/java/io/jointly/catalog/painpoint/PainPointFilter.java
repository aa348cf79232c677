package io.jointly.catalog.painpoint;

import java.util.List;

/** Which pain points; null or empty for all. */
record PainPointFilter(
        String stream,
        List<PainPointState> states,
        String stage,
        String journeyStep,
        String department,
        boolean overdue) {}
