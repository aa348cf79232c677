package io.jointly.okr.neighbour;

import io.jointly.kit.link.Link;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/** Finds the service that owns a kind of record, and asks it. */
@ApplicationScoped
public class Neighbours {
    private static final Logger LOG = Logger.getLogger(Neighbours.class);
    private static final Map<String, String> IN_CATALOG =
            Map.of(
                    "department", "departments",
                    "service", "services",
                    "value-stream", "value-streams");
    private static final Map<String, String> IN_GOVERNANCE =
            Map.of("escalation", "escalations", "decision", "decisions");

    private final Catalog catalog;
    private final Governance governance;

    Neighbours(Catalog catalog, Governance governance) {
        this.catalog = catalog;
        this.governance = governance;
    }

    /** The kinds of record that a neighbour owns. */
    public static TreeSet<String> kinds() {
        var kinds = new TreeSet<>(IN_CATALOG.keySet());
        kinds.addAll(IN_GOVERNANCE.keySet());
        return kinds;
    }

    /** Whether a neighbour owns records of this kind. */
    public static boolean own(String kind) {
        return IN_CATALOG.containsKey(kind) || IN_GOVERNANCE.containsKey(kind);
    }

    /** Asks the service that owns the kind whether it knows the record. */
    public Verdict verify(Asker asker, Link link) {
        try {
            var collection = IN_CATALOG.get(link.kind());
            var known =
                    collection != null
                            ? catalog.knows(asker, collection, link.reference())
                            : governance.knows(
                                    asker, IN_GOVERNANCE.get(link.kind()), link.reference());
            return known ? Verdict.VERIFIED : Verdict.MISSING;
        } catch (Unreachable | FaultToleranceException e) {
            LOG.infof("%s stays unverified: %s", link, e);
            return Verdict.UNVERIFIED;
        }
    }

    /** What a measure reads now; empty when there is no such measure. */
    public Optional<Measure> measure(Asker asker, String stream, String measure) {
        try {
            return catalog.measure(asker, stream, measure);
        } catch (Unreachable | FaultToleranceException e) {
            LOG.infof("%s/%s cannot be read: %s", stream, measure, e);
            throw StandardProblem.unavailable(
                    "The measure cannot be read just now, since catalog does not answer; nothing was changed. Try again shortly.");
        }
    }
}
