package io.jointly.okr.objective;

import io.jointly.kit.link.Link;
import io.jointly.okr.neighbour.Verdict;
import java.util.Map;

/** What the owning services said of everything that an objective refers to. */
record Checked(Map<String, Verdict> departments, Map<Link, Verdict> links) {
    Verdict department(String code) {
        return departments.getOrDefault(code, Verdict.UNVERIFIED);
    }

    Verdict link(Link link) {
        return links.getOrDefault(link, Verdict.UNVERIFIED);
    }
}
