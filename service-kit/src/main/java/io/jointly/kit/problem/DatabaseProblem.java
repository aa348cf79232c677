package io.jointly.kit.problem;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Recognises what a database says, by its SQLSTATE, and what an exhausted pool says. */
final class DatabaseProblem {
    /** Already there, gone meanwhile, serialisation failure, deadlock. */
    private static final Set<String> RACES = Set.of("23503", "23505", "40001", "40P01");

    /** Numbers and times out of range, characters that no text column takes. */
    private static final Set<String> UNSTORABLE =
            Set.of("22003", "22008", "22021", "22P02", "22P05");

    /** A lock or a statement took too long, or the server became a read-only standby. */
    private static final Set<String> BUSY = Set.of("25006", "55P03");

    /** No connection, no resources (memory, disk, connections), operator intervention. */
    private static final Set<String> AWAY = Set.of("08", "53", "57");

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
        if (UNSTORABLE.contains(state)) {
            return StandardProblem.invalid("", "holds a value that is out of range");
        }
        if (AWAY.contains(state.length() < 2 ? state : state.substring(0, 2))
                || BUSY.contains(state)
                || String.valueOf(sql.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .contains("acquisition timeout")) {
            return StandardProblem.unavailable(
                    "The database does not answer just now; nothing was changed. Try again shortly.");
        }
        return null;
    }
}
