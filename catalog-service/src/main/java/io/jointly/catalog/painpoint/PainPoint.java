package io.jointly.catalog.painpoint;

import io.jointly.catalog.valuestream.ValueStreams.Facts;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.link.Link;
import io.jointly.kit.record.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** What hurts somebody in a stream. */
@Entity
class PainPoint extends Aggregate {
    static final String PREFIX = "PAIN";

    private String stream;
    private String title;
    private String description;
    private String stage;
    private String journeyStep;
    private String department;
    private String reportedBy;
    private String reportedByName;

    @Enumerated(EnumType.STRING)
    private PainPointState state = PainPointState.OPEN;

    private Instant respondBy;
    private Instant answerBy;
    private Instant respondedAt;
    private Instant acknowledgedAt;
    private String acknowledgedBy;
    private String acknowledgedDepartment;
    private Instant answeredAt;
    private String answeredBy;
    private String answeredDepartment;
    private String answer;
    private String improvementLink;
    private String improvementTitle;
    private String improvementOwner;
    private LocalDate improvementDue;

    protected PainPoint() {}

    PainPoint(ReportPainPoint wish, Facts facts, Caller caller) {
        stream = facts.code();
        title = wish.title();
        description = wish.description();
        stage = wish.stage();
        journeyStep = wish.journeyStep();
        department = wish.department();
        reportedBy = caller.id();
        reportedByName = caller.name();
        respondBy = createdAt().plus(facts.respondWithin());
        answerBy = createdAt().plus(facts.answerWithin());
    }

    String reference() {
        return reference(PREFIX, id());
    }

    String stream() {
        return stream;
    }

    Link link() {
        return new Link("pain-point", reference());
    }

    void acknowledge(String by, String byDepartment) {
        if (state != PainPointState.OPEN) {
            throw new PainPointProblem.MovedOn(reference(), state);
        }
        touch();
        state = PainPointState.ACKNOWLEDGED;
        acknowledgedAt = updatedAt();
        acknowledgedBy = by;
        acknowledgedDepartment = byDepartment;
        respondedAt = updatedAt();
    }

    void answer(String by, String byDepartment, String text) {
        if (state != PainPointState.OPEN && state != PainPointState.ACKNOWLEDGED) {
            throw new PainPointProblem.MovedOn(reference(), state);
        }
        touch();
        state = PainPointState.ANSWERED;
        answeredAt = updatedAt();
        answeredBy = by;
        answeredDepartment = byDepartment;
        answer = text;
        respondedAt = respondedAt == null ? updatedAt() : respondedAt;
    }

    /** May be done again: titles, owners and dates move. */
    void improve(ImprovePainPoint wish) {
        if (state != PainPointState.ANSWERED && state != PainPointState.IMPROVEMENT) {
            throw new PainPointProblem.NotAnswered(reference());
        }
        touch();
        state = PainPointState.IMPROVEMENT;
        improvementTitle = wish.title();
        improvementOwner = wish.owner();
        improvementDue = wish.due();
        improvementLink = wish.link() == null ? null : wish.link().toString();
    }

    PainPointView view() {
        return new PainPointView(
                reference(),
                stream,
                title,
                description,
                stage,
                journeyStep,
                department,
                reportedByName,
                state,
                respondBy,
                answerBy,
                since(respondedAt),
                since(answeredAt),
                acknowledgedAt == null
                        ? null
                        : new PainPointView.Act(
                                acknowledgedDepartment, acknowledgedBy, acknowledgedAt),
                answeredAt == null
                        ? null
                        : new PainPointView.Answer(
                                answer, answeredDepartment, answeredBy, answeredAt),
                improvementTitle == null
                        ? null
                        : new PainPointView.Improvement(
                                improvementTitle,
                                improvementOwner,
                                improvementDue,
                                improvementLink),
                version(),
                createdAt(),
                updatedAt());
    }

    private Duration since(Instant moment) {
        return moment == null ? null : Duration.between(createdAt(), moment);
    }
}
