package io.jointly.governance.decision;

import io.jointly.governance.department.DepartmentDirectory;
import io.jointly.governance.effect.Effect;
import io.jointly.governance.effect.Effects;
import io.jointly.governance.link.Existence;
import io.jointly.governance.link.LinkHolder;
import io.jointly.governance.link.LinkVerifier;
import io.jointly.governance.link.Links;
import io.jointly.governance.reference.Reference;
import io.jointly.governance.worktime.Calendars;
import io.jointly.governance.worktime.Now;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.link.Link;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What can be done with decisions. */
@ApplicationScoped
@Transactional
public class DecisionService implements LinkHolder {
    private final Decisions decisions;
    private final Effects effects;
    private final DepartmentDirectory departments;
    private final LinkVerifier verifier;
    private final Calendars calendars;
    private final DecisionConfig config;
    private final Now now;
    private final Journal journal;
    private final Precondition precondition;
    private final Caller caller;
    private final Event<DecisionVoted> voted;
    private final Event<DecisionDecided> decided;

    DecisionService(
            Decisions decisions,
            Effects effects,
            DepartmentDirectory departments,
            LinkVerifier verifier,
            Calendars calendars,
            DecisionConfig config,
            Now now,
            Journal journal,
            Precondition precondition,
            Caller caller,
            Event<DecisionVoted> voted,
            Event<DecisionDecided> decided) {
        this.decisions = decisions;
        this.effects = effects;
        this.departments = departments;
        this.verifier = verifier;
        this.calendars = calendars;
        this.config = config;
        this.now = now;
        this.journal = journal;
        this.precondition = precondition;
        this.caller = caller;
        this.voted = voted;
        this.decided = decided;
    }

    Page<DecisionView> list(List<DecisionState> states, String department, Paging paging) {
        return paging.page(
                (key, most) ->
                        views(decisions.before(Paging.number(key), states, department, most)),
                view -> view.ref().substring(Decision.PREFIX.length() + 1),
                view -> view,
                () -> decisions.count(states, department));
    }

    DecisionView find(String reference) {
        return view(decisions.require(reference));
    }

    DecisionView open(OpenDecision wish) {
        requireSound(wish);
        var links = verifier.verify("/links", wish.linksOrNone());
        departments.requireAll("/departments", wish.departments());
        return open(wish, links, null);
    }

    /** Opens a decision out of an escalation, which the caller has seen to. */
    public DecisionView openOutOf(Link escalation, OpenDecision wish) {
        requireSound(wish);
        departments.requireAll("/departments", wish.departments());
        if (decisions.isOneOpenOutOf(escalation.reference())) {
            throw new DecisionProblem.AnotherOpen(escalation.reference());
        }
        return open(wish, new Links(Map.of(escalation, Existence.EXISTS)), escalation.reference());
    }

    DecisionView vote(String reference, CastVote vote) {
        caller.requireHeadOf(vote.department());
        requireFitting(vote);
        return act(reference, "decision.voted", decision -> {}, decision -> cast(decision, vote));
    }

    DecisionView end(String reference, RecordOutcome wish) {
        Consumer<Decision> byItsDriver =
                decision -> caller.requireHeadOf(decision.driverDepartment());
        if (wish.option() == null) {
            return act(
                    reference,
                    "decision.not-decided",
                    byItsDriver,
                    decision -> decision.giveUp(wish.text(), caller.name(), now.instant()));
        }
        return act(reference, "decision.decided", byItsDriver, decision -> decide(decision, wish));
    }

    /**
     * What follows from it happens before anything is journalled, here and with an outcome: locks
     * are taken in the order decision, escalation, journal everywhere.
     */
    private void cast(Decision decision, CastVote vote) {
        decision.cast(vote, caller.name(), now.instant());
        if (decision.escalation() != null) {
            voted.fire(new DecisionVoted(decision.escalation(), vote.department(), caller.name()));
        }
    }

    private void decide(Decision decision, RecordOutcome wish) {
        decision.decide(
                wish.option(),
                wish.text(),
                caller.name(),
                now.instant(),
                departments.namesOf(decision.departments()));
        if (decision.escalation() != null) {
            decided.fire(
                    new DecisionDecided(
                            decision.reference(),
                            decision.escalation(),
                            wish.text(),
                            caller.name()));
        }
    }

    /** Decisions whose closing date has come. */
    List<Long> due(int most) {
        return decisions.due(now.instant(), most);
    }

    /** Closes the voting of one, unless another worker does or did. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void closeVoting(Long id) {
        var moment = now.instant();
        decisions
                .lockUnlessTaken(id)
                .filter(d -> d.isDueAt(moment))
                .ifPresent(
                        decision -> {
                            var before = view(decision);
                            var action =
                                    decision.closeVoting(
                                                    moment,
                                                    departments.namesOf(decision.departments()))
                                            ? "decision.not-decided"
                                            : "decision.voting-closed";
                            decisions.flush();
                            journal.recordConsequence(
                                    action,
                                    decision.link(),
                                    before,
                                    view(decision),
                                    decision.driverAccount());
                        });
    }

    /**
     * Lets something happen that the views of these decisions show, and notes it with each of them.
     *
     * @param onBehalfOf account whose act it follows from
     */
    public void consequence(
            Collection<Link> links, String action, String onBehalfOf, Runnable change) {
        var ids =
                links.stream()
                        .filter(link -> link.kind().equals(Decision.KIND))
                        .flatMap(link -> Reference.idIn(Decision.PREFIX, link.reference()).stream())
                        .toList();
        var concerned = ids.isEmpty() ? List.<Decision>of() : decisions.lock(ids);
        var before = byReference(views(concerned));
        change.run();
        var seen = byReference(views(concerned));
        var changed =
                concerned.stream()
                        .filter(d -> !seen.get(d.reference()).equals(before.get(d.reference())))
                        .toList();
        changed.forEach(Decision::noticeEffect);
        decisions.flush();
        var after = byReference(views(changed));
        for (var decision : changed) {
            journal.recordConsequence(
                    action,
                    decision.link(),
                    before.get(decision.reference()),
                    after.get(decision.reference()),
                    onBehalfOf);
        }
    }

    @Override
    public List<Unverified> unverified(int most) {
        return decisions.unverified(most);
    }

    @Override
    public void learn(Long id, Map<Link, Existence> answers) {
        for (var decision : decisions.lock(List.of(id))) {
            var before = view(decision);
            if (decision.learn(answers)) {
                decisions.flush();
                journal.recordConsequence(
                        "decision.links-checked",
                        decision.link(),
                        before,
                        view(decision),
                        decision.driverAccount());
            }
        }
    }

    private DecisionView open(OpenDecision wish, Links links, String escalation) {
        var moment = now.instant();
        var closesAt =
                wish.closesAt() != null
                        ? wish.closesAt()
                        : calendars
                                .of(departments.zoneOf(wish.driver().department()))
                                .add(moment, config.votingTime());
        if (!closesAt.isAfter(moment)) {
            throw StandardProblem.invalid("/closesAt", "is not in the future");
        }
        var decision = new Decision(wish, closesAt, links, escalation, caller.id(), caller.name());
        decisions.persistAndFlush(decision);
        var view = view(decision);
        journal.record("decision.opened", decision.link(), null, view);
        return view;
    }

    /**
     * @param permitted refuses callers who may not; asked before anything is said of the record
     */
    private DecisionView act(
            String reference, String action, Consumer<Decision> permitted, Consumer<Decision> act) {
        var decision = decisions.lock(reference);
        permitted.accept(decision);
        precondition.matches(decision);
        var before = view(decision);
        act.accept(decision);
        decisions.flush();
        var after = view(decision);
        journal.record(action, decision.link(), before, after);
        return after;
    }

    private void requireSound(OpenDecision wish) {
        requireDistinct("/departments", wish.departments());
        requireDistinct("/options", wish.optionCodes());
        caller.requireHeadOf(wish.driver().department());
        if (!wish.departments().contains(wish.driver().department())) {
            throw new DecisionProblem.NotAffected(wish.driver().department(), "/driver/department");
        }
        if (wish.method() == Method.CONSENT && wish.threshold() != null) {
            throw StandardProblem.invalid("/threshold", "goes with the method majority only");
        }
    }

    private static void requireDistinct(String pointer, List<String> codes) {
        var seen = new HashSet<String>();
        for (var i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                throw StandardProblem.invalid(pointer + "/" + i, "is there twice");
            }
        }
    }

    private static void requireFitting(CastVote vote) {
        if (vote.position() == Position.AGREE && vote.option() == null) {
            throw StandardProblem.invalid("/option", "is needed to agree");
        }
        if (vote.position() == Position.ABSTAIN && vote.option() != null) {
            throw StandardProblem.invalid("/option", "does not go with an abstention");
        }
    }

    private DecisionView view(Decision decision) {
        return views(List.of(decision)).get(0);
    }

    /** However many they are, what other services told is asked for twice in all. */
    private List<DecisionView> views(List<Decision> many) {
        if (many.isEmpty()) {
            return List.of();
        }
        var decidedAt = new LinkedHashMap<String, Instant>();
        many.forEach(d -> decidedAt.put(d.link().toString(), d.decidedAt()));
        var objectives = effects.objectivesOf(decidedAt.keySet());
        var measured =
                objectives.isEmpty() ? Map.<String, List<Effect>>of() : effects.of(decidedAt);
        return many.stream()
                .map(
                        d -> {
                            var link = d.link().toString();
                            return d.view(
                                    objectives.getOrDefault(link, List.of()),
                                    measured.getOrDefault(link, List.of()));
                        })
                .toList();
    }

    private static Map<String, DecisionView> byReference(List<DecisionView> views) {
        var map = new HashMap<String, DecisionView>();
        views.forEach(v -> map.put(v.ref(), v));
        return map;
    }
}
