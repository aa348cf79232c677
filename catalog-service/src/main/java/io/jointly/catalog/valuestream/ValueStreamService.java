package io.jointly.catalog.valuestream;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.catalog.department.Departments;
import io.jointly.catalog.service.ServiceCatalog;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.MergePatch;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be done with value streams. */
@ApplicationScoped
@Transactional
class ValueStreamService {
    private final ValueStreams streams;
    private final Departments departments;
    private final ServiceCatalog services;
    private final Journal journal;
    private final Precondition precondition;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Event<StatesReclassed> reclassed;
    private final Event<StagesGone> stagesGone;
    private final Event<StagesChanged> stagesChanged;

    ValueStreamService(
            ValueStreams streams,
            Departments departments,
            ServiceCatalog services,
            Journal journal,
            Precondition precondition,
            MergePatch mergePatch,
            Caller caller,
            Event<StatesReclassed> reclassed,
            Event<StagesGone> stagesGone,
            Event<StagesChanged> stagesChanged) {
        this.streams = streams;
        this.departments = departments;
        this.services = services;
        this.journal = journal;
        this.precondition = precondition;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.reclassed = reclassed;
        this.stagesGone = stagesGone;
        this.stagesChanged = stagesChanged;
    }

    Page<ValueStreamView> list(String part, String department, Paging paging) {
        return paging.page(
                (code, most) -> streams.after(code, part, department, most),
                ValueStream::code,
                ValueStream::view,
                () -> streams.count(part, department));
    }

    ValueStreamView find(String code) {
        return streams.require(code).view();
    }

    GapsView gaps(String code, List<GapKind> kinds, Paging paging) {
        var stream = streams.require(code);
        var gaps =
                stream.gaps().stream()
                        .filter(gap -> kinds.isEmpty() || kinds.contains(gap.kind()))
                        .toList();
        var page =
                paging.page(
                        (key, most) -> after(gaps, key, most),
                        GapView::stage,
                        gap -> gap,
                        gaps::size);
        return GapsView.of(code, stream.current(), stream.future(), page);
    }

    private static List<GapView> after(List<GapView> gaps, String key, int most) {
        if (key == null) {
            return gaps.stream().limit(most).toList();
        }
        for (var i = 0; i < gaps.size(); i++) {
            if (gaps.get(i).stage().equals(key)) {
                return gaps.stream().skip(i + 1L).limit(most).toList();
            }
        }
        throw Paging.badCursor();
    }

    ValueStreamView add(NewValueStream wish) {
        requireMayOwn(wish.owners());
        if (streams.named(wish.code()).isPresent()) {
            throw StandardProblem.exists("value stream", wish.code());
        }
        var description = MapRules.complete(null, wish.description());
        requireKnown(description, Set.of());
        var stream = new ValueStream(wish.code(), description);
        streams.persistAndFlush(stream);
        journal.record("value-stream.created", stream.link(), null, stream.view());
        return stream.view();
    }

    ValueStreamView change(String code, JsonNode patch) {
        var stream = streams.require(code);
        requireMayOwn(stream.owners());
        precondition.matches(stream);
        var before = stream.view();
        var statesBefore = Map.copyOf(stream.states());
        var described = stream.description();
        var wish =
                MapRules.complete(
                        described,
                        mergePatch.apply(patch, described, ValueStreamDescription.class));
        requireKnown(wish, described.services());
        if (!caller.is("catalog:write")) {
            caller.requireToSpeakForAllWhoLeave("/owners", described.owners(), wish.owners());
        }
        var keysBefore = stream.facts().stageKeys();
        stream.describe(wish);
        streams.flush();
        letGoOf(keysBefore, stream.facts());
        StageNames.changed(stream.id(), described.stages(), wish.stages())
                .ifPresent(stagesChanged::fire);
        if (!statesBefore.equals(stream.states())) {
            reclassed.fire(new StatesReclassed(stream.id()));
        }
        journal.record("value-stream.changed", stream.link(), before, stream.view());
        return stream.view();
    }

    private void requireMayOwn(Set<String> owners) {
        if (!caller.is("catalog:write")) {
            caller.requireHeadOfAny(owners);
        }
    }

    private void letGoOf(Set<String> before, ValueStreams.Facts stream) {
        var gone = new TreeSet<>(before);
        gone.removeAll(stream.stageKeys());
        if (!gone.isEmpty()) {
            stagesGone.fire(new StagesGone(stream.id(), stream.code(), gone));
        }
    }

    /**
     * @param before services that it names already, some perhaps from before they were checked
     */
    private void requireKnown(ValueStreamDescription wish, Set<String> before) {
        departments.requireAll("/owners", wish.owners());
        departments.requireAll("/stages", departmentsOf(wish.stages()));
        departments.requireAll("/futureStages", departmentsOf(wish.futureStages()));
        var added = new TreeSet<>(wish.services());
        added.removeAll(before);
        services.requireAll("/services", added);
    }

    private static Set<String> departmentsOf(List<? extends Timed> stages) {
        return stages.stream().map(Timed::department).collect(Collectors.toSet());
    }
}
