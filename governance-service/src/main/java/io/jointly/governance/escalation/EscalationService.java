package io.jointly.governance.escalation;

import io.jointly.governance.decision.DecisionDecided;
import io.jointly.governance.decision.DecisionService;
import io.jointly.governance.decision.DecisionView;
import io.jointly.governance.decision.DecisionVoted;
import io.jointly.governance.department.DepartmentDirectory;
import io.jointly.governance.link.LinkVerifier;
import io.jointly.governance.worktime.Calendars;
import io.jointly.governance.worktime.Now;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashSet;
import java.util.function.Predicate;

/** What people can do with escalations. */
@ApplicationScoped
@Transactional
class EscalationService {
    /** A year of working days: longer is no step of an escalation any more. */
    private static final Duration LONGEST_STEP = Duration.ofHours(2000);

    private final Escalations escalations;
    private final EscalationViews views;
    private final DecisionService decisions;
    private final DepartmentDirectory departments;
    private final LinkVerifier verifier;
    private final Calendars calendars;
    private final EscalationConfig config;
    private final Now now;
    private final Journal journal;
    private final Precondition precondition;
    private final Caller caller;

    EscalationService(
            Escalations escalations,
            EscalationViews views,
            DecisionService decisions,
            DepartmentDirectory departments,
            LinkVerifier verifier,
            Calendars calendars,
            EscalationConfig config,
            Now now,
            Journal journal,
            Precondition precondition,
            Caller caller) {
        this.escalations = escalations;
        this.views = views;
        this.decisions = decisions;
        this.departments = departments;
        this.verifier = verifier;
        this.calendars = calendars;
        this.config = config;
        this.now = now;
        this.journal = journal;
        this.precondition = precondition;
        this.caller = caller;
    }

    Page<EscalationView> list(EscalationFilter filter, EscalationSort sort, Paging paging) {
        if (sort == EscalationSort.CLOCK) {
            return paging.page(
                    (key, most) -> views.of(escalations.byClock(ByClock.parse(key), filter, most)),
                    view -> ByClock.of(view).toString(),
                    view -> view,
                    () -> escalations.count(filter));
        }
        return paging.page(
                (key, most) -> views.of(escalations.before(Paging.number(key), filter, most)),
                view -> view.ref().substring(Escalation.PREFIX.length() + 1),
                view -> view,
                () -> escalations.count(filter));
    }

    EscalationView find(String reference) {
        return views.of(escalations.require(reference));
    }

    EscalationView raise(RaiseEscalation wish) {
        caller.requireHeadOf(wish.department());
        requireSound(wish);
        var about = verifier.verify("/about", wish.aboutOrNone());
        departments.requireAll("/departments", wish.departments());
        var zone = departments.zoneOf(wish.department());
        var step = wish.peersStep() == null ? config.peersStep() : wish.peersStep();
        var wholeSeconds = Duration.ofSeconds(step.toSeconds());
        var escalation =
                new Escalation(
                        wish,
                        about,
                        zone,
                        StepClock.start(
                                now.instant(),
                                wholeSeconds,
                                config.warnAtPercent(),
                                calendars.of(zone)),
                        caller.id(),
                        caller.name());
        escalations.persistAndFlush(escalation);
        var view = views.of(escalation);
        journal.record("escalation.raised", escalation.link(), null, view);
        return view;
    }

    EscalationView acknowledge(String reference, Acknowledge act) {
        caller.requireHeadOf(act.department());
        return act(
                reference,
                "escalation.acknowledged",
                e -> e.acknowledge(act.department(), caller.name(), now.instant()));
    }

    EscalationView propose(String reference, ProposeResolution act) {
        caller.requireHeadOf(act.department());
        return act(
                reference,
                "escalation.proposed",
                e -> {
                    e.propose(act.department(), act.text(), caller.name(), now.instant());
                    return true;
                });
    }

    EscalationView agree(String reference, Agree act) {
        caller.requireHeadOf(act.department());
        return act(
                reference,
                "escalation.agreed",
                e -> e.agree(act.department(), caller.name(), now.instant()));
    }

    EscalationView resolve(String reference, ResolveEscalation act) {
        return act(
                reference,
                "escalation.resolved",
                e -> {
                    e.resolveAbove(act.text(), caller.name(), now.instant());
                    return true;
                });
    }

    EscalationView handBack(String reference, HandBack act) {
        return act(
                reference,
                "escalation.handed-back",
                e -> {
                    e.handBack(
                            act.text(),
                            caller.name(),
                            StepClock.start(
                                    now.instant(),
                                    e.peersStep(),
                                    config.warnAtPercent(),
                                    calendars.of(e.zone())));
                    return true;
                });
    }

    DecisionView openDecision(String reference, DecisionOutOfEscalation wish) {
        // Asked before the escalation is locked: nobody shall wait for our neighbours' answers.
        caller.requireHeadOf(wish.driver().department());
        departments.requireAll("/departments", wish.departmentsOrNone());
        var escalation = escalations.lock(reference);
        caller.requireHeadOfAny(escalation.departments());
        precondition.matches(escalation);
        var decision = wish.affecting(escalation.departments());
        escalation.requireDecidable(decision.departments());
        var before = views.of(escalation);
        var opened = decisions.openOutOf(escalation.link(), decision);
        escalation.opened(opened.ref());
        escalations.flush();
        journal.record(
                "escalation.decision-opened", escalation.link(), before, views.of(escalation));
        return opened;
    }

    /** Who votes on what comes out of a matter has taken notice of the matter. */
    void follow(@Observes DecisionVoted voted) {
        var escalation = escalations.lock(voted.escalation());
        if (escalation.isResolved() || !escalation.departments().contains(voted.department())) {
            return; // others may be affected without having been named
        }
        var before = views.of(escalation);
        if (escalation.acknowledge(voted.department(), voted.by(), now.instant())) {
            escalations.flush();
            journal.record(
                    "escalation.acknowledged", escalation.link(), before, views.of(escalation));
        }
    }

    /** What was decided resolves what it was opened out of, in the same transaction. */
    void follow(@Observes DecisionDecided decided) {
        var escalation = escalations.lock(decided.escalation());
        if (escalation.isResolved()) {
            return; // the peers were faster
        }
        var before = views.of(escalation);
        escalation.decided(decided.text(), decided.by(), now.instant());
        escalations.flush();
        journal.record("escalation.resolved", escalation.link(), before, views.of(escalation));
    }

    /**
     * @param act what happens; false when it changes nothing, as with a second acknowledgement
     */
    private EscalationView act(String reference, String action, Predicate<Escalation> act) {
        var escalation = escalations.lock(reference);
        precondition.matches(escalation);
        var before = views.of(escalation);
        if (!act.test(escalation)) {
            return before;
        }
        escalations.flush();
        var after = views.of(escalation);
        journal.record(action, escalation.link(), before, after);
        if (action.equals("escalation.agreed") && escalation.isResolved()) {
            journal.record("escalation.resolved", escalation.link(), before, after);
        }
        return after;
    }

    private static void requireSound(RaiseEscalation wish) {
        var seen = new HashSet<String>();
        for (var i = 0; i < wish.departments().size(); i++) {
            if (!seen.add(wish.departments().get(i))) {
                throw StandardProblem.invalid("/departments/" + i, "is there twice");
            }
        }
        if (seen.size() < 2 || !seen.contains(wish.department())) {
            throw new EscalationProblem.TooFewPeers();
        }
        var step = wish.peersStep();
        if (step != null
                && (step.compareTo(Duration.ofSeconds(1)) < 0
                        || step.compareTo(LONGEST_STEP) > 0)) {
            throw StandardProblem.invalid(
                    "/peersStep", "is not a working time from a second (PT1S) to 2,000 hours");
        }
    }
}
