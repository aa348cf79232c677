package io.jointly.okr.keyresult;

import io.jointly.kit.link.Link;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.jointly.okr.reference.Actor;
import io.jointly.okr.scoring.Score;
import io.jointly.okr.scoring.Target;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;

/** How an objective knows that it moves. */
@Entity
public class KeyResult extends Aggregate {
    static final String PREFIX = "KR";

    private long objectiveId;
    private String title;

    @Enumerated(EnumType.STRING)
    private KeyResultKind kind;

    @Column(precision = 18, scale = Plan.DIGITS)
    private BigDecimal baseline;

    @Column(precision = 18, scale = Plan.DIGITS)
    private BigDecimal target;

    @Column(precision = 18, scale = Plan.DIGITS)
    private BigDecimal stretch;

    private String unit;

    @Column(precision = 6, scale = 3)
    private BigDecimal weight;

    private String measuredSubject;
    private String measure;

    @Column(precision = 18, scale = Plan.DIGITS)
    private BigDecimal latestValue;

    private Integer latestConfidence;
    private String latestComment;
    private Instant latestAt;

    @Embedded
    @AttributeOverride(name = "account", column = @Column(name = "latest_by"))
    @AttributeOverride(name = "name", column = @Column(name = "latest_by_name"))
    private Actor latestBy;

    @Enumerated(EnumType.STRING)
    private Source latestSource;

    protected KeyResult() {}

    KeyResult(long objectiveId, NewKeyResult wish, Plan plan) {
        this.objectiveId = objectiveId;
        title = wish.title();
        kind = plan.kind();
        baseline = plan.baseline();
        target = plan.target();
        stretch = plan.stretch();
        unit = plan.unit();
        weight = wish.weight() == null ? BigDecimal.ONE : wish.weight();
        if (wish.binding() != null) {
            measuredSubject = wish.binding().subject();
            measure = wish.binding().code();
        }
    }

    public String reference() {
        return reference(PREFIX, id());
    }

    public Link link() {
        return new Link("key-result", reference());
    }

    public long objectiveId() {
        return objectiveId;
    }

    /** What it is bound to; null when people check it in. */
    public Binding binding() {
        return measure == null ? null : Binding.of(measuredSubject, measure);
    }

    /** What a person may say: a bound key result takes its value from the measure alone. */
    Reading readBy(Actor person, BigDecimal value, int confidence, String comment) {
        if (measure != null && value != null) {
            throw new KeyResultProblem.ValueIsMeasured(reference());
        }
        if (measure == null && value == null) {
            throw StandardProblem.invalid("/value", "must not be null");
        }
        if (kind == KeyResultKind.MILESTONE
                && value.compareTo(BigDecimal.ZERO) != 0
                && value.compareTo(BigDecimal.ONE) != 0) {
            throw StandardProblem.invalid("/value", "is 0 or 1, since this is a milestone");
        }
        return Reading.byPerson(measure == null ? value : latestValue, confidence, comment, person);
    }

    /** Whether the measure says something that we do not know yet. */
    boolean learnsFrom(BigDecimal measured) {
        return measured != null
                && (latestValue == null || latestValue.compareTo(Plan.rounded(measured)) != 0);
    }

    /** Takes a reading as the latest and gives what history is to keep of it. */
    CheckIn checkIn(Reading reading) {
        latestValue = reading.value();
        latestConfidence = reading.confidence();
        latestComment = reading.comment();
        latestAt = reading.at();
        latestBy = reading.by();
        latestSource = reading.source();
        touch();
        return new CheckIn(id(), reading);
    }

    /** Null while there is no value. */
    BigDecimal progress() {
        return latestValue == null ? null : aim().progressAt(latestValue);
    }

    public Score.Part part() {
        return new Score.Part(weight, progress());
    }

    public KeyResultView view() {
        var latest =
                latestAt == null
                        ? null
                        : new CheckInView(
                                Numbers.plain(latestValue),
                                latestConfidence,
                                latestComment,
                                latestAt,
                                latestBy.shown(),
                                latestSource);
        return new KeyResultView(
                reference(),
                reference("OBJ", objectiveId),
                title,
                kind,
                Numbers.plain(baseline),
                Numbers.plain(target),
                Numbers.plain(stretch),
                unit,
                Numbers.plain(weight),
                aim().direction(),
                binding(),
                latest,
                Numbers.plain(progress()),
                version(),
                createdAt(),
                updatedAt());
    }

    private Target aim() {
        return kind == KeyResultKind.MILESTONE
                ? new Target.Milestone()
                : new Target.Metric(baseline, target);
    }
}
