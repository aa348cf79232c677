package io.jointly.okr.objective;

import io.jointly.kit.link.Link;
import io.jointly.okr.neighbour.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the owning services said of everything that an objective refers to. */
record Checked(Map<String, Verdict> departments, Map<Link, Verdict> links) {
    /** What needs no asking: only the identity provider makes heads, so their departments exist. */
    static Checked ofToken(Set<String> departments) {
        return new Checked(
                departments.stream()
                        .collect(Collectors.toMap(Function.identity(), d -> Verdict.VERIFIED)),
                Map.of());
    }

    static Checked nothing() {
        return new Checked(Map.of(), Map.of());
    }

    Verdict department(String code) {
        return departments.getOrDefault(code, Verdict.UNVERIFIED);
    }

    Verdict link(Link link) {
        return links.getOrDefault(link, Verdict.UNVERIFIED);
    }
}
