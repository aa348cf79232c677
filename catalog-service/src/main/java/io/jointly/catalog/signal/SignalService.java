package io.jointly.catalog.signal;

import io.jointly.kit.http.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;

/** Answers what points to a risk. */
@ApplicationScoped
@Transactional
class SignalService {
    private final Signals signals;

    SignalService(Signals signals) {
        this.signals = signals;
    }

    SignalsView find(String kind, int most) {
        var only = Params.oneOf("kind", kind, SignalKind.class);
        return new SignalsView(
                Arrays.stream(SignalKind.values())
                        .filter(k -> only.isEmpty() || only.get() == k)
                        .flatMap(k -> signals.of(k, most).stream())
                        .toList());
    }
}
