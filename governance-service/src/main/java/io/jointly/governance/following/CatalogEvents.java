package io.jointly.governance.following;

import io.jointly.governance.department.DepartmentDirectory;
import io.jointly.kit.journal.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** What we learn from catalog-service: which departments there are. */
@ApplicationScoped
class CatalogEvents {
    private final DepartmentDirectory departments;

    CatalogEvents(DepartmentDirectory departments) {
        this.departments = departments;
    }

    void happened(CloudEvent event) {
        var department = event.data();
        if (event.type().startsWith("io.jointly.catalog.department.")
                && department != null
                && department.hasNonNull("code")) {
            departments.learn(
                    department.get("code").asText(),
                    department.path("name").asText(null),
                    department.path("timeZone").asText(null));
        }
    }
}
