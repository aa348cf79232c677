package io.jointly.okr.cycle;

import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** What can be done with cycles. */
@ApplicationScoped
@Transactional
class CycleService {
    private final Cycles cycles;
    private final Journal journal;

    CycleService(Cycles cycles, Journal journal) {
        this.cycles = cycles;
        this.journal = journal;
    }

    Page<CycleView> list(LocalDate day, Paging paging) {
        return paging.page(
                (code, most) -> cycles.after(code, day, most),
                Cycle::code,
                Cycle::view,
                () -> cycles.count(day));
    }

    CycleView find(String code) {
        return cycles.require(code).view();
    }

    CycleView add(NewCycle wish) {
        if (!wish.end().isAfter(wish.start())) {
            throw StandardProblem.invalid("/end", "must be later than the start");
        }
        if (cycles.named(wish.code()).isPresent()) {
            throw StandardProblem.exists("cycle", wish.code());
        }
        var cycle = new Cycle(wish);
        cycles.persistAndFlush(cycle);
        journal.record("cycle.created", cycle.link(), null, cycle.view());
        return cycle.view();
    }
}
