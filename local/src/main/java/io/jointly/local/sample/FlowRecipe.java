package io.jointly.local.sample;

import java.util.List;
import java.util.Map;

/**
 * How work flows through a stream of the sample organisation; the files in {@code sample/flow} hold
 * such recipes. Times are hours of working time.
 *
 * @param stream code of the value stream
 * @param prefix what work items are called, before their number
 * @param seed the same seed gives the same work
 * @param days how far back the work goes
 * @param perWorkingDay work items that arrive on a working day of usual load
 * @param serviceLevel hours that the teams may actively work on an item; waiting in between is
 *     nobody's, which is how a service level stays green while the customer waits
 * @param withdrawn share of items that are given up on the way
 * @param bouncesSettledDaysAgo since when bounces are down to {@code bouncesLeft} of what they were
 * @param bouncesLeft 1 when nothing was settled
 * @param attributes values to choose from, by name of the attribute
 */
public record FlowRecipe(
        String stream,
        String prefix,
        long seed,
        int days,
        double perWorkingDay,
        double serviceLevel,
        double withdrawn,
        int bouncesSettledDaysAgo,
        double bouncesLeft,
        List<Type> types,
        List<Step> steps,
        List<Bounce> bounces,
        Map<String, List<String>> attributes) {
    /** State of work that is over. */
    static final String DONE = "Done";

    /** State of work that is over without a result. */
    static final String WITHDRAWN = "Withdrawn";

    /** State of work that a team sends back. */
    static final String RETURNED = "Returned for details";

    /** State of work whose details are made good. */
    static final String CORRECTING = "Adding details";

    public FlowRecipe {
        bounces = bounces == null ? List.of() : bounces;
        attributes = attributes == null ? Map.of() : attributes;
    }

    /**
     * A kind of work.
     *
     * @param share how much of the work is of this kind, beside the others
     * @param season how many times as much there is of it in some months, by number of the month
     */
    public record Type(String name, double share, Map<Integer, Double> season) {
        public Type {
            season = season == null ? Map.of() : season;
        }

        double weightIn(int month) {
            return share * season.getOrDefault(month, 1.0);
        }
    }

    /**
     * A step, done by one of its carriers.
     *
     * @param name also the state of the work meanwhile
     * @param share how many of the items need it
     * @param work hours that it takes, at the median
     * @param queue hours that the work waits for it, at the median
     * @param queueGrowth how many times as long as at first the queue is today
     */
    public record Step(
            String name,
            double share,
            double work,
            double queue,
            double queueGrowth,
            List<Carrier> carriers) {
        public Step {
            share = share == 0 ? 1 : share;
            queueGrowth = queueGrowth == 0 ? 1 : queueGrowth;
        }

        /** State of the work while it waits for this step. */
        String waiting() {
            return "Waiting: " + name;
        }
    }

    /** A team that may do a step; alone, it does all of it. */
    public record Carrier(String team, String department, double share, int people) {
        public Carrier {
            share = share == 0 ? 1 : share;
            people = people == 0 ? 4 : people;
        }
    }

    /**
     * Work that goes back for details from a step to whoever did an earlier one.
     *
     * @param probability of the first time
     * @param again probability of each further time
     * @param queue hours that it lies there before somebody looks at it, at the median
     */
    public record Bounce(
            String from, String to, double probability, double again, double queue, double work) {}
}
