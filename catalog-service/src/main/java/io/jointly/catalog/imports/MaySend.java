package io.jointly.catalog.imports;

import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may send events into a stream, and take back what was sent: its owners and integrators. */
@ApplicationScoped
class MaySend {
    private final ValueStreams streams;
    private final Caller caller;

    MaySend(ValueStreams streams, Caller caller) {
        this.streams = streams;
        this.caller = caller;
    }

    /** The stream, or the refusal that there is none or that the caller may not. */
    ValueStreams.Identity into(String code) {
        var stream = streams.identify(code);
        if (!caller.is("flow:write")) {
            caller.requireHeadOfAny(stream.owners());
        }
        return stream;
    }
}
