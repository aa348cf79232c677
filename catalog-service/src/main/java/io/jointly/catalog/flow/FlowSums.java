package io.jointly.catalog.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The sums over some work items, by the names of {@link Summaries#SUMS}. */
record FlowSums(Map<String, Long> values) {
    static FlowSums of(ResultSet row) throws SQLException {
        var values = new HashMap<String, Long>();
        for (var sum : Summaries.SUMS) {
            values.put(sum.column(), row.getLong(sum.column()));
        }
        return new FlowSums(values);
    }

    long of(String name) {
        return values.get(name);
    }
}
