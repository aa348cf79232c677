package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A page of the departments that the catalog knows, as far as reports name them. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DepartmentsPart(List<Named> items, String next) {
    Map<String, String> names() {
        return items.stream().collect(Collectors.toMap(Named::code, Named::name));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Named(String code, String name) {}
}
