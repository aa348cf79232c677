package io.jointly.okr.objective;

import io.jointly.kit.journal.Journal;
import io.jointly.okr.keyresult.KeyResults;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks again for owners and links that could not be verified when they were written. */
@ApplicationScoped
class LaterVerification {
    private static final int AT_ONCE = 50;

    private final Objectives objectives;
    private final KeyResults keyResults;
    private final References references;
    private final Journal journal;

    LaterVerification(
            Objectives objectives, KeyResults keyResults, References references, Journal journal) {
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.references = references;
        this.journal = journal;
    }

    @Scheduled(
            every = "{okr.verify-every}",
            identity = "verify-links",
            concurrentExecution = ConcurrentExecution.SKIP)
    void verify() {
        QuarkusTransaction.requiringNew()
                .call(() -> objectives.unverified(AT_ONCE))
                .forEach(this::verify);
    }

    /** Asks outside a transaction, then notes the answers; another replica may have been faster. */
    private void verify(long id) {
        var open =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    var objective = objectives.findById(id);
                                    return new Open(
                                            objective.unverifiedDepartments(),
                                            objective.unverifiedLinks());
                                });
        var checked =
                QuarkusTransaction.requiringNew()
                        .call(() -> references.again(open.departments(), open.links()));
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            var objective = objectives.lock(id);
                            var before = objective.view(keyResults.of(id));
                            if (objective.verify(checked)) {
                                objectives.flush();
                                journal.recordConsequence(
                                        "objective.changed",
                                        objective.link(),
                                        before,
                                        objective.view(keyResults.of(id)),
                                        null);
                            }
                        });
    }

    private record Open(
            java.util.Set<String> departments, java.util.Set<io.jointly.kit.link.Link> links) {}
}
