package io.jointly.catalog.flowsettings;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.catalog.valuestream.StagesChanged;
import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.link.Link;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.MergePatch;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Set;

/** What can be done with the settings of a stream's flow. */
@ApplicationScoped
@Transactional
class FlowSettingsService {
    private final ValueStreams streams;
    private final SettingsOfStreams allSettings;
    private final Previews previews;
    private final Journal journal;
    private final Precondition precondition;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Event<RulesChanged> changed;

    FlowSettingsService(
            ValueStreams streams,
            SettingsOfStreams allSettings,
            Previews previews,
            Journal journal,
            Precondition precondition,
            MergePatch mergePatch,
            Caller caller,
            Event<RulesChanged> changed) {
        this.streams = streams;
        this.allSettings = allSettings;
        this.previews = previews;
        this.journal = journal;
        this.precondition = precondition;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.changed = changed;
    }

    FlowSettingsView find(String code) {
        return allSettings.of(streams.idOf(code)).view(code);
    }

    FlowSettingsView change(String code, JsonNode patch) {
        var stream = streams.identifySteadily(code);
        caller.requireHeadOfAny(stream.owners());
        var settings = allSettings.of(stream.id());
        precondition.matches(settings);
        var before = settings.view(code);
        var rulesBefore = settings.rules();
        var wish =
                mergePatch.apply(
                        patch,
                        new FlowSettingsDescription(
                                before.rules(), before.keepFor(), before.baseline()),
                        FlowSettingsDescription.class);
        check(stream.id(), wish, rulesBefore);
        allSettings.save(settings, wish);
        if (!rulesBefore.equals(settings.rules())) {
            changed.fire(new RulesChanged(stream.id()));
        }
        var view = settings.view(code);
        journal.record("flow-settings.changed", new Link("value-stream", code), before, view);
        return view;
    }

    /**
     * Rules go on placing events on a stage that is renamed. One that they name cannot be removed:
     * its figures would go on under a name that means nothing.
     */
    void follow(@Observes StagesChanged change) {
        var settings = allSettings.of(change.stream());
        var rules = settings.rules();
        for (var i = 0; i < rules.size(); i++) {
            if (change.gone().contains(rules.get(i).stage())) {
                throw new RulesProblem.StageInUse(i, rules.get(i).stage());
            }
        }
        var followed = rules.stream().map(rule -> rule.renamed(change.renamed())).toList();
        if (followed.equals(rules)) {
            return;
        }
        var code = streams.codeOf(change.stream());
        var before = settings.view(code);
        allSettings.save(
                settings,
                new FlowSettingsDescription(followed, before.keepFor(), before.baseline()));
        changed.fire(new RulesChanged(change.stream()));
        journal.record(
                "flow-settings.changed",
                new Link("value-stream", code),
                before,
                settings.view(code));
    }

    Preview preview(String code, List<Rule> rules) {
        var stream = streams.identify(code);
        caller.requireHeadOfAny(stream.owners());
        requireKnownStages(rules, streams.stageNames(stream.id()));
        return previews.of(stream.id(), rules);
    }

    private void check(long stream, FlowSettingsDescription wish, List<Rule> rulesBefore) {
        if (wish.keepFor() != null && !isLongEnough(wish.keepFor())) {
            throw StandardProblem.invalid(
                    "/keepFor", "is not an ISO 8601 period of one month to 100 years, such as P3Y");
        }
        if (wish.baseline() != null && !wish.baseline().to().isAfter(wish.baseline().from())) {
            throw StandardProblem.invalid("/baseline/to", "is not after from");
        }
        if (wish.rules().equals(rulesBefore)) {
            return; // what was right when it was set keeps nobody from setting something else
        }
        requireKnownStages(wish.rules(), streams.stageNames(stream));
        requireConsistent(wish.rules());
        if (!wish.rules().isEmpty()) {
            var preview = previews.of(stream, wish.rules());
            if (preview.events() > 0
                    && preview.rules().stream().allMatch(r -> r.placed() + r.classed() == 0)) {
                throw new RulesProblem.MatchNothing();
            }
        }
    }

    private static boolean isLongEnough(String text) {
        try {
            var period = Period.parse(text);
            var months = period.toTotalMonths();
            return months >= 1
                    && months <= 1200
                    && period.getDays() >= 0
                    && period.getDays() <= 366;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static void requireKnownStages(List<Rule> rules, Set<String> stages) {
        for (var i = 0; i < rules.size(); i++) {
            var stage = rules.get(i).stage();
            if (stage != null && !stages.contains(stage)) {
                throw new RulesProblem.UnknownStage(i, stage);
            }
        }
    }

    /** Of two rules for the same events one is a mistake, and so is one that nothing gets to. */
    static void requireConsistent(List<Rule> rules) {
        for (var second = 1; second < rules.size(); second++) {
            for (var first = 0; first < second; first++) {
                var one = rules.get(first);
                var other = rules.get(second);
                var decidesStage = one.stage() != null || other.stage() == null;
                var decidesClass = one.stateClass() != null || other.stateClass() == null;
                if (one.looksFor(other) && !differInKind(one, other)) {
                    throw new RulesProblem.Contradict(first, second);
                }
                if (one.covers(other) && decidesStage && decidesClass) {
                    throw new RulesProblem.NeverReached(first, second);
                }
            }
        }
    }

    /** One places and the other classes: both can be. */
    private static boolean differInKind(Rule one, Rule other) {
        return (one.stage() == null || other.stage() == null)
                && (one.stateClass() == null || other.stateClass() == null);
    }
}
