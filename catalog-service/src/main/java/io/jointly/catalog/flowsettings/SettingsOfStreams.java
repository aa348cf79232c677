package io.jointly.catalog.flowsettings;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The settings of all streams. */
@ApplicationScoped
class SettingsOfStreams implements PanacheRepository<FlowSettings> {
    /** Version 0 until somebody sets something. */
    FlowSettings of(long stream) {
        return find("valueStreamId", stream)
                .firstResultOptional()
                .orElseGet(() -> new FlowSettings(stream));
    }

    void save(FlowSettings settings, FlowSettingsDescription wish) {
        if (settings.id() == null) {
            persistAndFlush(settings); // version 0, as it was seen; the change below moves it
        }
        settings.set(wish);
        flush();
    }
}
