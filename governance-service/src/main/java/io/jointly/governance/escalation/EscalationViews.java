package io.jointly.governance.escalation;

import io.jointly.governance.effect.Effects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes views of escalations; however many they are, their objectives are asked for once. */
@ApplicationScoped
class EscalationViews {
    private final Effects effects;

    EscalationViews(Effects effects) {
        this.effects = effects;
    }

    EscalationView of(Escalation escalation) {
        return of(List.of(escalation)).get(0);
    }

    List<EscalationView> of(List<Escalation> many) {
        if (many.isEmpty()) {
            return List.of();
        }
        var links = many.stream().flatMap(e -> e.ownLinks().stream()).toList();
        var objectives = effects.objectivesOf(links);
        return many.stream()
                .map(
                        e ->
                                e.view(
                                        e.ownLinks().stream()
                                                .flatMap(
                                                        link ->
                                                                objectives
                                                                        .getOrDefault(
                                                                                link, List.of())
                                                                        .stream())
                                                .distinct()
                                                .toList()))
                .toList();
    }
}
