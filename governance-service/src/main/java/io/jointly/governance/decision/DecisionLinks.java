package io.jointly.governance.decision;

import io.jointly.governance.link.Asking;
import io.jointly.governance.link.Existence;
import io.jointly.governance.link.LinkOwner;
import io.jointly.kit.link.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Links to decisions. */
@ApplicationScoped
class DecisionLinks implements LinkOwner {
    private final Decisions decisions;

    DecisionLinks(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Decision.KIND);
    }

    @Override
    public boolean asksElsewhere() {
        return false;
    }

    @Override
    public Existence check(Link link, Asking as) {
        return decisions.exists(link.reference()) ? Existence.EXISTS : Existence.MISSING;
    }
}
