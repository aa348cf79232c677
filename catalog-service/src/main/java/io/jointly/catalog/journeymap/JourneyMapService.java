package io.jointly.catalog.journeymap;

import io.jointly.catalog.reference.Slug;
import io.jointly.catalog.valuestream.StagesGone;
import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.catalog.valuestream.ValueStreams.Facts;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.link.Link;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** What can be done with journey maps. */
@ApplicationScoped
@Transactional
class JourneyMapService {
    private final JourneyMaps maps;
    private final ValueStreams streams;
    private final Journal journal;
    private final Precondition precondition;
    private final Caller caller;

    JourneyMapService(
            JourneyMaps maps,
            ValueStreams streams,
            Journal journal,
            Precondition precondition,
            Caller caller) {
        this.maps = maps;
        this.streams = streams;
        this.journal = journal;
        this.precondition = precondition;
        this.caller = caller;
    }

    JourneyMapView find(String code) {
        return maps.of(streams.idOf(code))
                .map(map -> map.view(code))
                .orElseGet(() -> JourneyMapView.of(code, List.of(), 0, null));
    }

    JourneyMapView draw(String code, DrawJourneyMap wish) {
        streams.hold(code); // or a stage could go while a step that names it is drawn
        var stream = streams.factsOf(code);
        caller.requireHeadOfAny(new TreeSet<>(stream.owners()));
        var found = maps.of(stream.id());
        var map = found.orElseGet(() -> new JourneyMap(stream.id()));
        precondition.matches(map);
        var before = found.isEmpty() ? null : map.view(code);
        var steps = keyed(wish.steps(), map.steps());
        requireSound(steps, stream);
        if (found.isEmpty()) {
            // Version 0 is the map that nobody drew yet; drawing it is the first change.
            maps.persistAndFlush(map);
        }
        map.draw(steps);
        maps.flush();
        journal.record("journey-map.drawn", link(code), before, map.view(code));
        return map.view(code);
    }

    /** A stage that is no more stands behind no step. */
    void letGo(@Observes StagesGone gone) {
        maps.of(gone.stream())
                .filter(map -> map.steps().stream().anyMatch(step -> leansOn(step, gone)))
                .ifPresent(
                        map -> {
                            var before = map.view(gone.code());
                            map.draw(map.steps().stream().map(s -> without(s, gone)).toList());
                            maps.flush();
                            journal.record(
                                    "journey-map.drawn",
                                    link(gone.code()),
                                    before,
                                    map.view(gone.code()));
                        });
    }

    private static boolean leansOn(JourneyStepView step, StagesGone gone) {
        return step.stages().stream().anyMatch(gone.keys()::contains);
    }

    private static JourneyStepView without(JourneyStepView step, StagesGone gone) {
        return new JourneyStepView(
                step.key(),
                step.name(),
                step.description(),
                step.touchpoint(),
                step.effort(),
                step.effortAnswers(),
                step.selfService(),
                step.stages().stream().filter(key -> !gone.keys().contains(key)).toList());
    }

    private static List<JourneyStepView> keyed(
            List<JourneyStepView> steps, List<JourneyStepView> before) {
        var taken = new HashSet<String>();
        steps.stream().map(JourneyStepView::key).forEach(taken::add);
        var keyed = new ArrayList<JourneyStepView>();
        for (var step : steps) {
            var kept =
                    before.stream()
                            .filter(b -> b.name().equals(step.name()) && !taken.contains(b.key()))
                            .map(JourneyStepView::key)
                            .findFirst();
            if (step.key() != null) {
                keyed.add(step);
            } else if (kept.isPresent()) {
                taken.add(kept.get());
                keyed.add(step.withKey(kept.get()));
            } else {
                keyed.add(step.withKey(Slug.of(step.name(), "step", taken)));
            }
        }
        return keyed;
    }

    private static void requireSound(List<JourneyStepView> steps, Facts stream) {
        var errors = new ArrayList<FieldError>();
        var keys = new HashSet<String>();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var at = "/steps/" + i;
            if (!keys.add(step.key())) {
                errors.add(FieldError.at(at + "/key", "is the key of another step too"));
            }
            if (step.effort() == null && step.effortAnswers() != null) {
                errors.add(FieldError.at(at + "/effortAnswers", "counts answers to no score"));
            }
            for (var j = 0; j < step.stages().size(); j++) {
                var stage = step.stages().get(j);
                var where = "%s/stages/%d".formatted(at, j);
                if (!stream.stageKeys().contains(stage)) {
                    errors.add(FieldError.at(where, "names no stage of the stream: " + stage));
                } else if (step.stages().indexOf(stage) < j) {
                    errors.add(FieldError.at(where, "names '" + stage + "' once more"));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw StandardProblem.invalid(errors);
        }
    }

    private static Link link(String code) {
        return new Link("journey-map", code);
    }
}
