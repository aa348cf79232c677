package io.jointly.governance.link;

import io.jointly.kit.link.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Links to records of catalog-service. */
@ApplicationScoped
class CatalogLinks implements LinkOwner {
    private static final Map<String, String> RECORDS =
            Map.of(
                    "department",
                    "departments",
                    "service",
                    "services",
                    "value-stream",
                    "value-streams");

    private final CatalogRecords records;

    CatalogLinks(CatalogRecords records) {
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
