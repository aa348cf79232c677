package io.jointly.governance.escalation;

import io.jointly.governance.link.Asking;
import io.jointly.governance.link.Existence;
import io.jointly.governance.link.LinkOwner;
import io.jointly.kit.link.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Links to escalations. */
@ApplicationScoped
class EscalationLinks implements LinkOwner {
    private final Escalations escalations;

    EscalationLinks(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Escalation.KIND);
    }

    @Override
    public boolean asksElsewhere() {
        return false;
    }

    @Override
    public Existence check(Link link, Asking as) {
        return escalations.exists(link.reference()) ? Existence.EXISTS : Existence.MISSING;
    }
}
