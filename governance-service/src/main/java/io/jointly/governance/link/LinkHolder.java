package io.jointly.governance.link;

import io.jointly.kit.link.Link;
import java.util.List;
import java.util.Map;

/** A feature whose records have links. */
public interface LinkHolder {
    /** A record with links that were not verified when they were written. */
    record Unverified(Long id, List<Link> links) {}

    List<Unverified> unverified(int most);

    /** Takes in what the owners said. */
    void learn(Long id, Map<Link, Existence> answers);
}
