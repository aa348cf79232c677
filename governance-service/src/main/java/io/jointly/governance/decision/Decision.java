package io.jointly.governance.decision;

import io.jointly.governance.decision.DecisionView.DrivenBy;
import io.jointly.governance.decision.DecisionView.Outcome;
import io.jointly.governance.effect.Effect;
import io.jointly.governance.link.Existence;
import io.jointly.governance.link.Links;
import io.jointly.kit.link.Link;
import io.jointly.kit.record.Aggregate;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A matter that departments decide together. Always read and written as a whole, so one row. */
@Entity
class Decision extends Aggregate {
    static final String PREFIX = "DEC";
    static final String KIND = "decision";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private String question;
    private String whyNow;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Option> options;

    private String[] departments;
    private String driverDepartment;
    private String driverName;
    private String driverAccount;

    @Enumerated(EnumType.STRING)
    private Method method;

    private BigDecimal threshold;
    private BigDecimal quorum;
    private Instant closesAt;

    @Enumerated(EnumType.STRING)
    private DecisionState state = DecisionState.OPEN;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Vote> votes = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Outcome outcome;

    private Instant decidedAt;
    private String escalation;
    private LocalDate reviewOn;
    @Embedded private Links links;
    private Instant nextAt;

    protected Decision() {}

    /**
     * @param wish already checked
     * @param escalation reference of the escalation that it is opened out of, or null
     */
    Decision(
            OpenDecision wish,
            Instant closesAt,
            Links links,
            String escalation,
            String account,
            String name) {
        question = wish.question();
        whyNow = wish.whyNow();
        options = List.copyOf(wish.options());
        departments = wish.departments().toArray(String[]::new);
        driverDepartment = wish.driver().department();
        driverAccount = account;
        driverName = name;
        method = wish.method();
        threshold =
                method == Method.CONSENT
                        ? null
                        : wish.threshold() == null ? HALF : wish.threshold();
        quorum = wish.quorum() == null ? BigDecimal.ONE : wish.quorum();
        this.closesAt = closesAt;
        nextAt = closesAt;
        reviewOn = wish.reviewOn();
        this.links = links;
        this.escalation = escalation;
    }

    String reference() {
        return reference(PREFIX, id());
    }

    Link link() {
        return new Link(KIND, reference());
    }

    String escalation() {
        return escalation;
    }

    String driverDepartment() {
        return driverDepartment;
    }

    List<String> departments() {
        return List.of(departments);
    }

    /** Account of whoever opened it. */
    String driverAccount() {
        return driverAccount;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Links links() {
        return links;
    }

    /** Takes a department's vote, in place of the one it may have cast before. */
    void cast(CastVote vote, String by, Instant now) {
        requireOpen();
        if (now.isAfter(closesAt)) {
            throw new DecisionProblem.VotingOver(reference());
        }
        if (!List.of(departments).contains(vote.department())) {
            throw new DecisionProblem.NotAffected(vote.department(), "/department");
        }
        if (vote.option() != null) {
            requireOption(vote.option());
        }
        var reason = vote.reason() == null || vote.reason().isBlank() ? null : vote.reason();
        if (vote.position() == Position.OBJECT && reason == null) {
            throw new DecisionProblem.ObjectionWithoutReason();
        }
        var changed =
                new ArrayList<>(
                        votes.stream()
                                .filter(v -> !v.department().equals(vote.department()))
                                .toList());
        changed.add(new Vote(vote.department(), vote.option(), vote.position(), reason, by, now));
        votes = List.copyOf(changed);
        touch();
    }

    /**
     * Ends it with an option, as far as the votes carry that.
     *
     * @param names of the departments by their codes, to refuse in words that people use
     */
    void decide(String option, String text, String by, Instant now, Map<String, String> names) {
        requireOpen();
        requireOption(option);
        var ballots = ballots(names);
        refusal(option, ballots)
                .ifPresent(
                        refusal -> {
                            throw refusal;
                        });
        decidedAt = now;
        end(
                DecisionState.DECIDED,
                new Outcome(option, text, now, by, method.validity(ballots, option)));
    }

    /** Ends it without one. */
    void giveUp(String text, String by, Instant now) {
        requireOpen();
        end(
                DecisionState.NOT_DECIDED,
                new Outcome(
                        null, text, now, by, "Nothing was decided; the matter stays as it was."));
    }

    /**
     * The closing date has come. If the votes carry an option, the driver may still record it;
     * otherwise nothing can be decided any more.
     *
     * @param names of the departments by their codes
     * @return whether that ended it
     */
    boolean closeVoting(Instant now, Map<String, String> names) {
        nextAt = null;
        touch();
        var ballots = ballots(names);
        var refusals = options.stream().map(o -> refusal(o.code(), ballots)).toList();
        if (refusals.stream().anyMatch(Optional::isEmpty)) {
            return false;
        }
        giveUp(
                "Voting closed before the matter could be decided. "
                        + refusals.get(0).map(DecisionProblem::onceVotingIsOver).orElse(""),
                "the clock",
                now);
        return true;
    }

    boolean isDueAt(Instant now) {
        return state == DecisionState.OPEN && nextAt != null && !nextAt.isAfter(now);
    }

    boolean learn(Map<Link, Existence> answers) {
        var changed = links.learn(answers);
        if (changed) {
            touch();
        }
        return changed;
    }

    /** Something that its view shows changed elsewhere. */
    void noticeEffect() {
        touch();
    }

    DecisionView view(List<String> objectives, List<Effect> effects) {
        return new DecisionView(
                reference(),
                question,
                whyNow,
                options,
                List.of(departments),
                new DrivenBy(driverDepartment, driverName),
                method,
                threshold,
                quorum,
                closesAt,
                state,
                votes,
                outcome,
                links.view(),
                escalation,
                objectives,
                effects,
                reviewOn,
                version(),
                createdAt(),
                updatedAt());
    }

    private Optional<DecisionProblem> refusal(String option, Ballots ballots) {
        if (!ballots.missing().isEmpty()) {
            return Optional.of(new DecisionProblem.NotAllTookPart(ballots));
        }
        if (!ballots.reaches(quorum)) {
            return Optional.of(new DecisionProblem.NoQuorum(quorum));
        }
        return method.refusal(ballots, option, threshold);
    }

    private Ballots ballots(Map<String, String> names) {
        return new Ballots(List.of(departments), votes, names);
    }

    private void end(DecisionState how, Outcome with) {
        state = how;
        outcome = with;
        nextAt = null;
        touch();
    }

    private void requireOpen() {
        if (state != DecisionState.OPEN) {
            throw new DecisionProblem.Closed(reference(), state);
        }
    }

    private void requireOption(String code) {
        var codes = options.stream().map(Option::code).toList();
        if (!codes.contains(code)) {
            throw new DecisionProblem.UnknownOption(code, codes);
        }
    }
}
