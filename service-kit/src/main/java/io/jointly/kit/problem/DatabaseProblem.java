package io.jointly.kit.problem;

import java.sql.SQLException;
import java.util.Set;

/** Recognises what a database says, by its SQLSTATE, and what an exhausted pool says. */
final class DatabaseProblem {
    private static final Set<String> RACES = Set.of("23505", "40001", "40P01");
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private DatabaseProblem() {}

    static DomainException recognise(Throwable cause) {
        // By name, since the gateway has neither Hibernate nor a database on its class path.
        var name = cause.getClass().getSimpleName();
        if (name.equals("OptimisticLockException") || name.equals("StaleObjectStateException")) {
            return StandardProblem.stale("a newer version");
        }
        if (!(cause instanceof SQLException sql)) {
            return null;
        }
        var state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (RACES.contains(state)) {
            return StandardProblem.conflict(
                    "conflict",
                    "Another change of the same thing came first. Read it again, then repeat.");
        }
        if (state.startsWith("08")
                || AWAY.contains(state)
                || String.valueOf(sql.getMessage()).contains("Acquisition timeout")) {
            return StandardProblem.unavailable(
                    "The database does not answer just now; nothing was changed. Try again shortly.");
        }
        return null;
    }
}
