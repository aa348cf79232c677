package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads how flow times and handoffs are spread: from the histogram that each import keeps or, for
 * finer filters, from the work items. Both put a value into the same class.
 */
@ApplicationScoped
class DistributionFigures {
    /** What so many handoffs or more have in common matters more than how many they are. */
    private static final int MANY_HANDOFFS = 100;

    private static final String OF_HISTOGRAM =
            """
            SELECT i.bucket, sum(i.items) AS items FROM flow_histogram i
            WHERE i.measure = ? AND i.value_stream_id = ? AND i.day >= ? AND i.day < ? GROUP BY i.bucket HAVING sum(i.items) > 0
            """;
    private static final String FLOW_TIMES_OF_ITEMS =
            "SELECT flow_bucket(i.flow_seconds) AS bucket, count(*) AS items FROM work_item i WHERE i.done AND "
                    + Asked.ITEMS
                    + " GROUP BY 1";
    private static final String HANDOFFS_OF_ITEMS =
            "SELECT i.%1$s_handoffs AS bucket, count(*) AS items FROM work_item i WHERE i.%1$s IS NOT NULL AND "
                    + Asked.ITEMS
                    + " GROUP BY 1";

    private final Queries queries;
    private final Percentiles percentiles;

    DistributionFigures(Queries queries, Percentiles percentiles) {
        this.queries = queries;
        this.percentiles = percentiles;
    }

    DistributionView distribution(
            long stream, String code, Asked asked, DistributionView.Spread measure) {
        return switch (measure) {
            case FLOW_TIME -> flowTimes(stream, code, asked);
            case HANDOFFS -> handoffs(stream, code, asked);
        };
    }

    private DistributionView flowTimes(long stream, String code, Asked asked) {
        var counts = counts(stream, asked, "flow-time", FLOW_TIMES_OF_ITEMS);
        var total = total(counts);
        var marks = total == 0 ? null : percentiles.ofFlowTime(stream, asked);
        return new DistributionView(
                code,
                asked,
                DistributionView.Spread.FLOW_TIME,
                total,
                marks == null ? null : Queries.hours(marks[0] * 1000),
                marks == null ? null : Queries.hours(marks[1] * 1000),
                marks == null ? null : Queries.hours(marks[2] * 1000),
                bands(counts, total, Integer.MAX_VALUE, DistributionFigures::hoursAt));
    }

    private DistributionView handoffs(long stream, String code, Asked asked) {
        var counts =
                counts(
                        stream,
                        asked,
                        asked.level() + "-handoffs",
                        HANDOFFS_OF_ITEMS.formatted(asked.level()));
        var total = total(counts);
        return new DistributionView(
                code,
                asked,
                DistributionView.Spread.HANDOFFS,
                total,
                percentile(counts, total, 0.5),
                percentile(counts, total, 0.85),
                percentile(counts, total, 0.95),
                bands(counts, total, MANY_HANDOFFS, n -> n));
    }

    private TreeMap<Integer, Long> counts(
            long stream, Asked asked, String measure, String ofItems) {
        var kept = asked.isOfWholeDaysAndAllTypes();
        return queries.read(
                kept ? OF_HISTOGRAM : ofItems,
                statement -> {
                    if (kept) {
                        statement.setString(1, measure);
                        statement.setLong(2, stream);
                        statement.setObject(3, asked.start().toLocalDate());
                        statement.setObject(4, asked.end().toLocalDate());
                    } else {
                        asked.bindItems(statement, 1, stream);
                    }
                },
                rows -> {
                    var counts = new TreeMap<Integer, Long>();
                    while (rows.next()) {
                        counts.put(rows.getInt("bucket"), rows.getLong("items"));
                    }
                    return counts;
                });
    }

    private static long total(TreeMap<Integer, Long> counts) {
        return counts.values().stream().mapToLong(n -> n).sum();
    }

    /** The lower bound of a class, in hours; see flow_bucket in the database. */
    private static double hoursAt(int bucket) {
        return bucket == 0 ? 0 : Math.pow(2, (bucket - 1) / 4.0) / 3600;
    }

    /** The bound at which a class begins. */
    private interface Bound {
        double of(int bucket);
    }

    /** From the first class that anything lies in to the last, those between without any too. */
    private static List<DistributionView.Band> bands(
            TreeMap<Integer, Long> counts, long total, int most, Bound bound) {
        var bands = new ArrayList<DistributionView.Band>();
        if (total == 0) {
            return bands;
        }
        var below = 0L;
        var last = Math.min(counts.lastKey(), most);
        for (var bucket = Math.min(counts.firstKey(), most); bucket <= last; bucket++) {
            var open = bucket == most;
            var items =
                    open
                            ? counts.tailMap(bucket).values().stream().mapToLong(n -> n).sum()
                            : counts.getOrDefault(bucket, 0L);
            below += items;
            bands.add(
                    new DistributionView.Band(
                            sixDecimals(bound.of(bucket)),
                            open ? null : sixDecimals(bound.of(bucket + 1)),
                            items,
                            Queries.share(items, total),
                            Queries.share(below, total)));
        }
        return bands;
    }

    /** A second is 0.000278 hours: four decimals would make two bounds one. */
    private static double sixDecimals(double hours) {
        return Math.round(hours * 1_000_000) / 1_000_000.0;
    }

    /** Continuous, linear between neighbours, as the percentiles of times are. */
    private static Double percentile(TreeMap<Integer, Long> counts, long total, double share) {
        if (total == 0) {
            return null;
        }
        var place = share * (total - 1);
        var low = valueAt(counts, (long) Math.floor(place));
        var high = valueAt(counts, (long) Math.ceil(place));
        return Queries.rounded(low + (place - Math.floor(place)) * (high - low));
    }

    private static int valueAt(TreeMap<Integer, Long> counts, long place) {
        var below = 0L;
        for (var count : counts.entrySet()) {
            below += count.getValue();
            if (place < below) {
                return count.getKey();
            }
        }
        return counts.lastKey();
    }
}
