package io.jointly.local.workspace;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the suite, in the order in which people think of them. */
public enum PartName {
    DATABASE,
    IDENTITY,
    CATALOG,
    OKR,
    GOVERNANCE,
    GATEWAY;

    /** The name on the command line and of the log file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a part by its label. */
    public static PartName of(String label) {
        return Stream.of(values())
                .filter(part -> part.label().equals(label.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new LocalProblem(
                                        "There is no part '%s'; the parts are %s."
                                                .formatted(label, labels())));
    }

    private static String labels() {
        return Stream.of(values()).map(PartName::label).collect(Collectors.joining(", "));
    }
}
