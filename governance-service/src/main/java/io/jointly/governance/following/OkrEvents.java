package io.jointly.governance.following;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.governance.decision.DecisionService;
import io.jointly.governance.effect.Direction;
import io.jointly.governance.effect.Effects;
import io.jointly.governance.effect.FollowedKeyResult;
import io.jointly.governance.escalation.EscalationConsequences;
import io.jointly.kit.journal.CloudEvent;
import io.jointly.kit.link.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What we learn from okr-service: which objectives serve our records, and what they measure. */
@ApplicationScoped
class OkrEvents {
    private static final Set<String> OURS = Set.of("decision", "escalation");

    private final Effects effects;
    private final DecisionService decisions;
    private final EscalationConsequences escalations;

    OkrEvents(Effects effects, DecisionService decisions, EscalationConsequences escalations) {
        this.effects = effects;
        this.decisions = decisions;
        this.escalations = escalations;
    }

    void happened(CloudEvent event) {
        if (event.data() == null) {
            return;
        }
        if (event.type().startsWith("io.jointly.okr.objective.")) {
            objectiveChanged(event);
        } else if (event.type().startsWith("io.jointly.okr.key-result.")) {
            keyResultChanged(event);
        }
    }

    private void objectiveChanged(CloudEvent event) {
        var objective = event.data().path("ref").asText();
        var links = ourLinks(event.data());
        var concerned = new LinkedHashSet<>(effects.linksOf(objective));
        concerned.addAll(links);
        if (concerned.isEmpty()) {
            return;
        }
        var keyResults = new ArrayList<FollowedKeyResult>();
        event.data().path("keyResults").forEach(k -> keyResults.add(keyResult(k, objective)));
        note(
                concerned,
                "objective-linked",
                event,
                () -> {
                    effects.attach(objective, links);
                    keyResults.forEach(effects::measure);
                });
    }

    private void keyResultChanged(CloudEvent event) {
        var keyResult = keyResult(event.data(), event.data().path("objective").asText());
        var concerned = effects.linksOf(keyResult.objective());
        if (!concerned.isEmpty()) {
            note(concerned, "effect-measured", event, () -> effects.measure(keyResult));
        }
    }

    /** Decisions before escalations, as everywhere: locks are always taken in that order. */
    private void note(Collection<Link> links, String happened, CloudEvent event, Runnable change) {
        decisions.consequence(
                links,
                "decision." + happened,
                event.actor(),
                () ->
                        escalations.consequence(
                                links, "escalation." + happened, event.actor(), change));
    }

    private static List<Link> ourLinks(JsonNode objective) {
        var links = new LinkedHashSet<Link>();
        for (var entry : objective.path("links")) {
            var link = Link.parse(entry.path("link").asText());
            if (OURS.contains(link.kind())) {
                links.add(link);
            }
        }
        return List.copyOf(links);
    }

    private static FollowedKeyResult keyResult(JsonNode view, String objective) {
        var latest = view.path("latest");
        var measured = latest.hasNonNull("value") && latest.hasNonNull("at");
        return new FollowedKeyResult(
                view.path("ref").asText(),
                objective,
                view.path("title").asText(),
                view.path("unit").asText(null),
                view.path("direction").asText().equals("down") ? Direction.DOWN : Direction.UP,
                view.hasNonNull("binding"),
                number(view.path("baseline")),
                measured ? number(latest.path("value")) : null,
                measured ? instant(latest.path("at")) : null);
    }

    private static BigDecimal number(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : null;
    }

    private static Instant instant(JsonNode value) {
        return OffsetDateTime.parse(value.asText()).toInstant();
    }
}
