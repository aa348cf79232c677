package io.jointly.catalog.valuestream;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.catalog.department.Departments;
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
import java.util.Map;
import java.util.Set;

/** What can be done with value streams. */
@ApplicationScoped
@Transactional
class ValueStreamService {
    private final ValueStreams streams;
    private final Departments departments;
    private final Journal journal;
    private final Precondition precondition;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Event<StatesReclassed> reclassed;

    ValueStreamService(
            ValueStreams streams,
            Departments departments,
            Journal journal,
            Precondition precondition,
            MergePatch mergePatch,
            Caller caller,
            Event<StatesReclassed> reclassed) {
        this.streams = streams;
        this.departments = departments;
        this.journal = journal;
        this.precondition = precondition;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.reclassed = reclassed;
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

    ValueStreamView add(NewValueStream wish) {
        requireMayOwn(wish.owners());
        if (streams.named(wish.code()).isPresent()) {
            throw StandardProblem.exists("value stream", wish.code());
        }
        requireKnown(wish.description());
        var stream = new ValueStream(wish.code(), wish.description());
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
        var wish = mergePatch.apply(patch, stream.description(), ValueStreamDescription.class);
        requireKnown(wish);
        stream.describe(wish);
        streams.flush();
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

    private void requireKnown(ValueStreamDescription wish) {
        departments.requireAll("/owners", wish.owners());
        departments.requireAll(
                "/stages", wish.stages().stream().map(StageView::department).distinct().toList());
    }
}
