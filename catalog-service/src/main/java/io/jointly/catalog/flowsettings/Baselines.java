package io.jointly.catalog.flowsettings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The periods that trends are held against. */
@ApplicationScoped
public class Baselines {
    private final SettingsOfStreams settings;

    Baselines(SettingsOfStreams settings) {
        this.settings = settings;
    }

    /** The one that the stream's owners have set. */
    public Optional<FlowSettingsDescription.Baseline> of(long stream) {
        return Optional.ofNullable(settings.of(stream).baseline());
    }
}
