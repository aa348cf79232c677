package io.jointly.okr.objective;

import io.jointly.kit.link.Link;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.okr.cycle.Cycles;
import io.jointly.okr.keyresult.KeyResults;
import io.jointly.okr.neighbour.Asker;
import io.jointly.okr.neighbour.Neighbours;
import io.jointly.okr.neighbour.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;

/** Checks what an objective refers to, with whoever owns it: ourselves or a neighbour. */
@ApplicationScoped
class References {
    private final Neighbours neighbours;
    private final Objectives objectives;
    private final KeyResults keyResults;
    private final Cycles cycles;

    References(Neighbours neighbours, Objectives objectives, KeyResults keyResults, Cycles cycles) {
        this.neighbours = neighbours;
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.cycles = cycles;
    }

    /**
     * Refuses what does not exist; what cannot be checked now is kept as unverified.
     *
     * @param known what is verified already and needs no asking
     */
    Checked require(DraftObjective wish, Checked known) {
        for (var i = 0; i < wish.links().size(); i++) {
            if (!Neighbours.own(wish.links().get(i).kind()) && !weOwn(wish.links().get(i))) {
                throw new ObjectiveProblem.LinkKindUnknown(i, wish.links().get(i), kinds());
            }
        }
        var checked = check(Asker.CALLER, wish.owners(), wish.links(), known);
        for (var i = 0; i < wish.owners().size(); i++) {
            if (checked.department(wish.owners().get(i)) == Verdict.MISSING) {
                throw new ObjectiveProblem.DepartmentNotFound(i, wish.owners().get(i));
            }
        }
        for (var i = 0; i < wish.links().size(); i++) {
            if (checked.link(wish.links().get(i)) == Verdict.MISSING) {
                throw new ObjectiveProblem.LinkNotFound(i, wish.links().get(i));
            }
        }
        return checked;
    }

    /** Asks again for what was left unverified. */
    Checked again(Set<String> departments, Set<Link> links) {
        return check(Asker.SERVICE, departments, links, Checked.nothing());
    }

    private Checked check(
            Asker asker, Collection<String> departments, Collection<Link> links, Checked known) {
        var ofDepartments = new HashMap<String, Verdict>();
        for (var code : departments) {
            ofDepartments.put(
                    code,
                    known.department(code) == Verdict.VERIFIED
                            ? Verdict.VERIFIED
                            : neighbours.verify(asker, new Link("department", code)));
        }
        var ofLinks = new HashMap<Link, Verdict>();
        for (var link : links) {
            ofLinks.put(
                    link,
                    known.link(link) == Verdict.VERIFIED ? Verdict.VERIFIED : verify(asker, link));
        }
        return new Checked(ofDepartments, ofLinks);
    }

    private Verdict verify(Asker asker, Link link) {
        return weOwn(link) ? ourOwn(link) : neighbours.verify(asker, link);
    }

    private static boolean weOwn(Link link) {
        return switch (link.kind()) {
            case "objective", "key-result", "cycle" -> true;
            default -> false;
        };
    }

    private Verdict ourOwn(Link link) {
        try {
            var known =
                    switch (link.kind()) {
                        case "objective" -> objectives.knows(link.reference());
                        case "key-result" -> keyResults.knows(link.reference());
                        default -> cycles.named(link.reference()).isPresent();
                    };
            return known ? Verdict.VERIFIED : Verdict.MISSING;
        } catch (StandardProblem e) {
            return Verdict.MISSING; // not even a reference of that kind
        }
    }

    private static String kinds() {
        var kinds = new TreeSet<>(Set.of("objective", "key-result", "cycle"));
        kinds.addAll(Neighbours.kinds());
        return String.join(", ", kinds);
    }
}
