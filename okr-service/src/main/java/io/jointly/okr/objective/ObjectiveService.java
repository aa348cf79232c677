package io.jointly.okr.objective;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.record.MergePatch;
import io.jointly.kit.record.Precondition;
import io.jointly.okr.cycle.Cycle;
import io.jointly.okr.cycle.Cycles;
import io.jointly.okr.keyresult.KeyResult;
import io.jointly.okr.keyresult.KeyResults;
import io.jointly.okr.reference.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be done with objectives. */
@ApplicationScoped
@Transactional
class ObjectiveService {
    private final Objectives objectives;
    private final KeyResults keyResults;
    private final Cycles cycles;
    private final References references;
    private final Journal journal;
    private final Precondition precondition;
    private final MergePatch mergePatch;
    private final Caller caller;

    ObjectiveService(
            Objectives objectives,
            KeyResults keyResults,
            Cycles cycles,
            References references,
            Journal journal,
            Precondition precondition,
            MergePatch mergePatch,
            Caller caller) {
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.cycles = cycles;
        this.references = references;
        this.journal = journal;
        this.precondition = precondition;
        this.mergePatch = mergePatch;
        this.caller = caller;
    }

    Page<ObjectiveView> list(Filter filter, Paging paging) {
        // Filled when the page is read, so that its key results come in one query.
        var parts = new PageParts();
        return paging.page(
                (key, most) -> parts.of(objectives.before(Paging.number(key), filter, most)),
                objective -> objective.id().toString(),
                parts::view,
                () -> objectives.count(filter));
    }

    ObjectiveView find(String reference) {
        return view(objectives.require(reference));
    }

    ObjectiveView draft(DraftObjective wish) {
        caller.requireHeadOfAny(wish.owners());
        var checked = references.require(wish, Checked.ofToken(caller.headOf()));
        var objective = new Objective(wish.settled(), cycle(wish), checked, Actor.of(caller));
        objectives.persistAndFlush(objective);
        var view = view(objective);
        journal.record("objective.drafted", objective.link(), null, view);
        return view;
    }

    ObjectiveView change(String reference, JsonNode patch) {
        // Looked at first without the lock: nobody shall wait for our neighbours' answers.
        var seen = objectives.require(reference);
        var checked = references.require(wish(seen, patch), seen.verified());
        var objective = objectives.lockAnew(reference);
        var wish = wish(objective, patch);
        if (wish.equals(objective.wording())) {
            return view(objective); // nothing changes, so nobody is asked again
        }
        var before = view(objective);
        objective.edit(wish, cycle(wish), checked);
        return changed("objective.changed", objective, before);
    }

    /** The wording that the caller wants, and may want. */
    private DraftObjective wish(Objective objective, JsonNode patch) {
        caller.requireHeadOfAny(objective.departments());
        precondition.matches(objective);
        objective.requireOpen();
        var wish = mergePatch.apply(patch, objective.wording(), DraftObjective.class);
        caller.requireToSpeakForAllWhoLeave(
                "/owners", objective.departmentsWithAVoice(), wish.owners());
        var sameOwners = objective.departments().equals(Set.copyOf(wish.owners()));
        return sameOwners || patch.has("shares") ? wish.settled() : wish.withEvenShares();
    }

    ObjectiveView accept(String reference, Acceptance terms) {
        caller.requireHeadOf(terms.department());
        var objective = objectives.lock(reference);
        precondition.matches(objective);
        var before = view(objective);
        objective.accept(terms, Actor.of(caller));
        var view = changed("objective.accepted", objective, before);
        if (objective.agreed()) {
            journal.record("objective.agreed", objective.link(), before, view);
        }
        return view;
    }

    ObjectiveView close(String reference) {
        var objective = objectives.lock(reference);
        caller.requireHeadOfAny(objective.departments());
        precondition.matches(objective);
        var before = view(objective);
        objective.close();
        return changed("objective.closed", objective, before);
    }

    private ObjectiveView changed(String action, Objective objective, ObjectiveView before) {
        objectives.flush();
        var view = view(objective);
        journal.record(action, objective.link(), before, view);
        return view;
    }

    private Cycle cycle(DraftObjective wish) {
        return cycles.named(wish.cycle())
                .orElseThrow(() -> new ObjectiveProblem.CycleNotFound(wish.cycle()));
    }

    private ObjectiveView view(Objective objective) {
        return objective.view(keyResults.of(objective.id()));
    }

    private final class PageParts {
        private Map<Long, List<KeyResult>> ofObjective = Map.of();

        List<Objective> of(List<Objective> page) {
            ofObjective = keyResults.of(page.stream().map(Objective::id).toList());
            return page;
        }

        ObjectiveView view(Objective objective) {
            return objective.view(ofObjective.getOrDefault(objective.id(), List.of()));
        }
    }
}
