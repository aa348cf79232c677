package io.jointly.okr.keyresult;

import io.jointly.okr.reference.Actor;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A reading as history keeps it: written once. */
@Entity
@Immutable
class CheckIn {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long keyResultId;

    @Column(precision = 18, scale = Plan.DIGITS)
    private BigDecimal value;

    private Integer confidence;
    private String comment;
    private Instant at;

    @Embedded
    @AttributeOverride(name = "account", column = @Column(name = "by"))
    @AttributeOverride(name = "name", column = @Column(name = "by_name"))
    private Actor by;

    @Enumerated(EnumType.STRING)
    private Source source;

    protected CheckIn() {}

    CheckIn(long keyResultId, Reading reading) {
        this.keyResultId = keyResultId;
        value = reading.value();
        confidence = reading.confidence();
        comment = reading.comment();
        at = reading.at();
        by = reading.by();
        source = reading.source();
    }

    Long id() {
        return id;
    }

    CheckInView view() {
        return new CheckInView(Numbers.plain(value), confidence, comment, at, by.shown(), source);
    }
}
