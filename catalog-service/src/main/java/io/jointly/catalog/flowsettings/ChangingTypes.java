package io.jointly.catalog.flowsettings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Which types of work change how the organisation works. */
@ApplicationScoped
public class ChangingTypes {
    /**
     * What the owners of a stream have said.
     *
     * @param version of the settings, so that what is worked out from it can be told from what was
     */
    public record Said(List<String> types, long version) {}

    private final SettingsOfStreams settings;

    ChangingTypes(SettingsOfStreams settings) {
        this.settings = settings;
    }

    /** Empty while nobody has said anything; an empty list says that all work runs it. */
    public Optional<Said> of(long stream) {
        var set = settings.of(stream);
        return Optional.ofNullable(set.changingTypes())
                .map(types -> new Said(types, set.version()));
    }
}
