package io.jointly.catalog.signal;

import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Answers what points to a risk. */
@ApplicationScoped
@Transactional
class SignalService {
    private final Signals signals;

    SignalService(Signals signals) {
        this.signals = signals;
    }

    Page<Signal> find(SignalFilter filter, Paging paging) {
        return paging.page(
                (after, most) -> signals.after(filter, after, most),
                Found::key,
                Found::signal,
                () -> signals.count(filter));
    }
}
