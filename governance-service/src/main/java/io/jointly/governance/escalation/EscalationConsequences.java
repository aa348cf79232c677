package io.jointly.governance.escalation;

import io.jointly.governance.link.Existence;
import io.jointly.governance.link.LinkHolder;
import io.jointly.governance.reference.Reference;
import io.jointly.governance.worktime.Calendars;
import io.jointly.governance.worktime.Now;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.link.Link;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens to escalations by itself: clocks run out, other services tell something. */
@ApplicationScoped
@Transactional
public class EscalationConsequences implements LinkHolder {
    private final Escalations escalations;
    private final EscalationViews views;
    private final Calendars calendars;
    private final EscalationConfig config;
    private final Now now;
    private final Journal journal;

    EscalationConsequences(
            Escalations escalations,
            EscalationViews views,
            Calendars calendars,
            EscalationConfig config,
            Now now,
            Journal journal) {
        this.escalations = escalations;
        this.views = views;
        this.calendars = calendars;
        this.config = config;
        this.now = now;
        this.journal = journal;
    }

    /** Escalations whose clock has something to do. */
    List<Long> due(int most) {
        return escalations.due(now.instant(), most);
    }

    /**
     * Does one act of one clock, unless another worker does or did.
     *
     * @return whether there was something to do
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean tick(Long id) {
        var moment = now.instant();
        var due = escalations.lockUnlessTaken(id).filter(e -> e.isDueAt(moment));
        if (due.isEmpty()) {
            return false;
        }
        var escalation = due.get();
        var before = views.of(escalation);
        String action;
        if (escalation.isToBeWarned()) {
            escalation.warn(moment);
            action = "escalation.warned";
        } else if (escalation.level().isHighest()) {
            escalation.overdue();
            action = "escalation.overdue";
        } else {
            // From now, not from when it was due: after an outage people still get their time.
            escalation.climb(
                    StepClock.start(
                            moment,
                            config.stepOf(escalation.level().next()),
                            config.warnAtPercent(),
                            calendars.of(escalation.zone())));
            action = "escalation.climbed";
        }
        note(escalation, action, before, escalation.raisedByAccount());
        return true;
    }

    /**
     * Lets something happen that the views of the escalations behind these links show, and notes it
     * with each of them.
     *
     * @param links to escalations, and to decisions that were opened out of some
     * @param onBehalfOf account whose act it follows from
     */
    public void consequence(
            Collection<Link> links, String action, String onBehalfOf, Runnable change) {
        var concerned = behind(links);
        var before = byReference(concerned);
        change.run();
        var seen = byReference(concerned);
        Predicate<Escalation> changed =
                e -> !seen.get(e.reference()).equals(before.get(e.reference()));
        for (var escalation : concerned.stream().filter(changed).toList()) {
            escalation.noticeObjectives();
            note(escalation, action, before.get(escalation.reference()), onBehalfOf);
        }
    }

    @Override
    public List<Unverified> unverified(int most) {
        return escalations.unverified(most);
    }

    @Override
    public void learn(Long id, Map<Link, Existence> answers) {
        for (var escalation : escalations.lock(List.of(id))) {
            var before = views.of(escalation);
            if (escalation.learn(answers)) {
                note(escalation, "escalation.links-checked", before, escalation.raisedByAccount());
            }
        }
    }

    private void note(
            Escalation escalation, String action, EscalationView before, String onBehalfOf) {
        escalations.flush();
        journal.recordConsequence(
                action, escalation.link(), before, views.of(escalation), onBehalfOf);
    }

    private List<Escalation> behind(Collection<Link> links) {
        var named =
                links.stream()
                        .filter(link -> link.kind().equals(Escalation.KIND))
                        .flatMap(
                                link ->
                                        Reference.idIn(Escalation.PREFIX, link.reference())
                                                .stream());
        var decisions =
                links.stream()
                        .filter(link -> link.kind().equals("decision"))
                        .map(Link::reference)
                        .toList();
        var ids =
                Stream.concat(
                                named,
                                decisions.isEmpty()
                                        ? Stream.empty()
                                        : escalations.behind(decisions).stream())
                        .distinct()
                        .toList();
        return ids.isEmpty() ? List.of() : escalations.lock(ids);
    }

    private Map<String, EscalationView> byReference(List<Escalation> many) {
        return views.of(many).stream()
                .collect(Collectors.toMap(EscalationView::ref, Function.identity()));
    }
}
