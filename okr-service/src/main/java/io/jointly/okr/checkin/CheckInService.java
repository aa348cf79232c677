package io.jointly.okr.checkin;

import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.record.Precondition;
import io.jointly.okr.keyresult.CheckInView;
import io.jointly.okr.keyresult.KeyResultView;
import io.jointly.okr.keyresult.KeyResults;
import io.jointly.okr.objective.Objectives;
import io.jointly.okr.reference.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What can be done with key results that are there. */
@ApplicationScoped
@Transactional
class CheckInService {
    private final Objectives objectives;
    private final KeyResults keyResults;
    private final Journal journal;
    private final Precondition precondition;
    private final Caller caller;

    CheckInService(
            Objectives objectives,
            KeyResults keyResults,
            Journal journal,
            Precondition precondition,
            Caller caller) {
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.journal = journal;
        this.precondition = precondition;
        this.caller = caller;
    }

    KeyResultView find(String reference) {
        return keyResults.require(reference).view();
    }

    Page<CheckInView> history(String reference, Paging paging) {
        return keyResults.history(reference, paging);
    }

    KeyResultView checkIn(String reference, NewCheckIn wish) {
        var objective = objectives.lock(keyResults.objectiveOf(reference));
        caller.requireHeadOfAny(objective.departments());
        var keyResult = keyResults.require(reference);
        precondition.matches(keyResult);
        objective.requireAgreed();
        var before = keyResult.view();
        keyResults.checkIn(
                keyResult, Actor.of(caller), wish.value(), wish.confidence(), wish.comment());
        objective.partChanged();
        keyResults.flush();
        var view = keyResult.view();
        journal.record("key-result.checked-in", keyResult.link(), before, view);
        return view;
    }
}
