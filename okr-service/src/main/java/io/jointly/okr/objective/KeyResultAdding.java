package io.jointly.okr.objective;

import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.okr.keyresult.Binding;
import io.jointly.okr.keyresult.KeyResultProblem;
import io.jointly.okr.keyresult.KeyResultView;
import io.jointly.okr.keyresult.KeyResults;
import io.jointly.okr.keyresult.NewKeyResult;
import io.jointly.okr.neighbour.Asker;
import io.jointly.okr.neighbour.Measure;
import io.jointly.okr.neighbour.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Adds key results to objectives. */
@ApplicationScoped
@Transactional
class KeyResultAdding {
    /** More key results than anybody can follow; keeps an objective's page bounded. */
    private static final int MOST = 20;

    private final Objectives objectives;
    private final KeyResults keyResults;
    private final Neighbours neighbours;
    private final Journal journal;
    private final Caller caller;

    KeyResultAdding(
            Objectives objectives,
            KeyResults keyResults,
            Neighbours neighbours,
            Journal journal,
            Caller caller) {
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.neighbours = neighbours;
        this.journal = journal;
        this.caller = caller;
    }

    KeyResultView add(String reference, NewKeyResult wish) {
        // Asked before the objective is locked: nobody shall wait for our neighbour.
        var measure = wish.binding() == null ? null : read(wish.binding());
        var objective = objectives.lock(reference);
        caller.requireHeadOfAny(objective.departments());
        objective.requireOpen();
        var existing = keyResults.of(objective.id());
        if (existing.size() >= MOST) {
            throw new ObjectiveProblem.TooManyKeyResults(reference, MOST);
        }
        var before = objective.view(existing);
        var voided = objective.acceptedByAny();
        var keyResult = keyResults.add(objective.id(), wish, measure);
        if (voided) {
            objective.askAgain();
        } else {
            objective.partChanged();
        }
        objectives.flush();
        var view = keyResult.view();
        journal.record("key-result.added", keyResult.link(), null, view);
        if (voided) {
            journal.record(
                    "objective.changed",
                    objective.link(),
                    before,
                    objective.view(keyResults.of(objective.id())));
        }
        return view;
    }

    private Measure read(Binding binding) {
        return neighbours
                .measure(Asker.CALLER, binding.stream(), binding.code())
                .orElseThrow(() -> new KeyResultProblem.MeasureNotFound(binding));
    }
}
