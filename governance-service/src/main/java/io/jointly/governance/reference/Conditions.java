package io.jointly.governance.reference;

import io.quarkus.panache.common.Parameters;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a list, gathered as its filters ask for them. */
public class Conditions {
    private final List<String> clauses = new ArrayList<>();
    private final Parameters parameters = new Parameters();

    /** Adds a condition on one parameter, unless the filter is not used (null). */
    public Conditions and(String clause, String parameter, Object value) {
        if (value != null) {
            clauses.add(clause);
            parameters.and(parameter, value);
        }
        return this;
    }

    public String where() {
        return clauses.isEmpty() ? "true = true" : String.join(" and ", clauses);
    }

    public Parameters parameters() {
        return parameters;
    }
}
