package io.jointly.catalog.confirmation;

import io.jointly.catalog.valuestream.ValueStreams.Facts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a department stood behind a wording at a moment; never changed, only followed by another.
 */
@Entity
@Table(name = "stream_confirmation")
class Confirmation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "value_stream_id")
    private long stream;

    private String department;
    private long wording;
    private String confirmedBy;
    private String confirmedByName;
    private Instant confirmedAt;

    protected Confirmation() {}

    Confirmation(Facts stream, String department, String account, String name) {
        this.stream = stream.id();
        this.department = department;
        wording = stream.wording();
        confirmedBy = account;
        confirmedByName = name;
        confirmedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    String department() {
        return department;
    }

    ConfirmationView view(Facts facts) {
        var dueAt = confirmedAt.plus(Duration.ofDays(facts.confirmationDays()));
        var stands = wording == facts.wording();
        return new ConfirmationView(
                facts.code(),
                department,
                facts.owners().contains(department),
                state(stands, dueAt),
                confirmedByName,
                confirmedAt,
                stands ? dueAt : null);
    }

    private static ConfirmationState state(boolean stands, Instant dueAt) {
        if (!stands) {
            return ConfirmationState.VOIDED;
        }
        return dueAt.isAfter(Instant.now()) ? ConfirmationState.CONFIRMED : ConfirmationState.DUE;
    }
}
