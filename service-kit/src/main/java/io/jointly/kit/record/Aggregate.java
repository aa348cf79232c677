package io.jointly.kit.record;

import io.jointly.kit.problem.StandardProblem;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The root of what changes together: one identity, one version.
 *
 * <p>Whoever changes a part of it, a child row for instance, calls {@link #touch}, so that the
 * version, and with it the {@code ETag}, always moves.
 */
@MappedSuperclass
public abstract class Aggregate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version private long version;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt = now();

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt = createdAt;

    public Long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    protected void touch() {
        var moment = now();
        // Two changes within the clock's grain must still differ, or the version would stand still.
        updatedAt = moment.isAfter(updatedAt) ? moment : updatedAt.plus(1, ChronoUnit.MICROS);
    }

    /** The short reference of a record, for instance {@code OBJ-42}. */
    public static String reference(String prefix, Long id) {
        return prefix + "-" + id;
    }

    /** The other way round; what cannot be such a reference names nothing that exists. */
    public static long idOf(String prefix, String what, String reference) {
        if (reference.matches(prefix + "-[1-9][0-9]{0,17}")) {
            return Long.parseLong(reference.substring(prefix.length() + 1));
        }
        throw StandardProblem.notFound(what, reference);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
