package io.jointly.governance.link;

import io.jointly.kit.link.Link;
import java.util.Set;

/** Knows whether records of some kinds exist. */
public interface LinkOwner {
    Set<String> kinds();

    /** Whether it asks another service, which may take its time. */
    boolean asksElsewhere();

    Existence check(Link link, Asking as);
}
