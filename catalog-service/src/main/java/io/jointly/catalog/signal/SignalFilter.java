package io.jointly.catalog.signal;

import java.util.List;

/** Which signals; null or empty for all. */
record SignalFilter(List<SignalKind> kinds, SignalKind.Risk risk, String department, String about) {

    /** The kinds that are left when both the kinds and the risk have been asked for. */
    List<SignalKind> wanted() {
        return List.of(SignalKind.values()).stream()
                .filter(k -> kinds.isEmpty() || kinds.contains(k))
                .filter(k -> risk == null || risk == k.risk())
                .toList();
    }
}
