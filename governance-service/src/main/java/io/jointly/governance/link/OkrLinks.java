package io.jointly.governance.link;

import io.jointly.kit.link.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Links to records of okr-service. */
@ApplicationScoped
class OkrLinks implements LinkOwner {
    private static final Map<String, String> RECORDS =
            Map.of("objective", "objectives", "key-result", "key-results", "cycle", "cycles");

    private final OkrRecords records;

    OkrLinks(OkrRecords records) {
        this.records = records;
    }

    @Override
    public Set<String> kinds() {
        return RECORDS.keySet();
    }

    @Override
    public boolean asksElsewhere() {
        return true;
    }

    @Override
    public Existence check(Link link, Asking as) {
        return Neighbour.existence(
                () -> records.find(RECORDS.get(link.kind()), link.reference(), as));
    }
}
