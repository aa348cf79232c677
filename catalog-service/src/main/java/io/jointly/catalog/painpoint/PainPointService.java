package io.jointly.catalog.painpoint;

import io.jointly.catalog.department.Departments;
import io.jointly.catalog.journeymap.JourneyMaps;
import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.catalog.valuestream.ValueStreams.Facts;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.function.Consumer;

/** What can be done with pain points. */
@ApplicationScoped
@Transactional
class PainPointService {
    private final PainPoints painPoints;
    private final ValueStreams streams;
    private final JourneyMaps journeyMaps;
    private final Departments departments;
    private final Journal journal;
    private final Precondition precondition;
    private final Caller caller;

    PainPointService(
            PainPoints painPoints,
            ValueStreams streams,
            JourneyMaps journeyMaps,
            Departments departments,
            Journal journal,
            Precondition precondition,
            Caller caller) {
        this.painPoints = painPoints;
        this.streams = streams;
        this.journeyMaps = journeyMaps;
        this.departments = departments;
        this.journal = journal;
        this.precondition = precondition;
        this.caller = caller;
    }

    Page<PainPointView> list(PainPointFilter filter, Paging paging) {
        if (filter.stream() != null) {
            streams.requireParameter("stream", filter.stream());
        }
        if (filter.department() != null) {
            departments.requireParameter("department", filter.department());
        }
        return paging.page(
                (key, most) -> painPoints.before(Paging.number(key), filter, most),
                painPoint -> painPoint.id().toString(),
                PainPoint::view,
                () -> painPoints.count(filter));
    }

    PainPointView find(String reference) {
        return painPoints.require(reference).view();
    }

    PainPointView report(ReportPainPoint wish) {
        var stream = streams.factsNamed("/stream", wish.stream());
        requirePlace(wish, stream);
        requireMembership(wish.department());
        var painPoint = new PainPoint(wish, stream, caller);
        painPoints.persistAndFlush(painPoint);
        journal.record("pain-point.reported", painPoint.link(), null, painPoint.view());
        return painPoint.view();
    }

    PainPointView acknowledge(String reference, AcknowledgePainPoint act) {
        return act(
                reference,
                act.department(),
                "pain-point.acknowledged",
                p -> p.acknowledge(caller.name(), act.department()));
    }

    PainPointView answer(String reference, AnswerPainPoint act) {
        return act(
                reference,
                act.department(),
                "pain-point.answered",
                p -> p.answer(caller.name(), act.department(), act.text()));
    }

    PainPointView improve(String reference, ImprovePainPoint act) {
        if (act.link() != null && !act.link().kind().equals("improvement")) {
            throw StandardProblem.invalid("/link", "must be of the kind improvement");
        }
        return act(reference, act.department(), "pain-point.improved", p -> p.improve(act));
    }

    private PainPointView act(
            String reference, String department, String action, Consumer<PainPoint> change) {
        caller.requireHeadOf(department);
        var painPoint = painPoints.require(reference);
        if (!streams.factsOf(painPoint.stream()).owners().contains(department)) {
            throw new PainPointProblem.NotAnOwner(department, painPoint.stream());
        }
        precondition.matches(painPoint);
        var before = painPoint.view();
        change.accept(painPoint);
        painPoints.flush();
        journal.record(action, painPoint.link(), before, painPoint.view());
        return painPoint.view();
    }

    private void requirePlace(ReportPainPoint wish, Facts stream) {
        var errors = new ArrayList<FieldError>();
        if (wish.stage() != null && !stream.stageKeys().contains(wish.stage())) {
            errors.add(FieldError.at("/stage", "names no stage of the stream: " + wish.stage()));
        }
        if (wish.journeyStep() != null
                && !journeyMaps.stepKeys(stream.id()).contains(wish.journeyStep())) {
            errors.add(
                    FieldError.at(
                            "/journeyStep",
                            "names no step of the stream's journey map: " + wish.journeyStep()));
        }
        if (!errors.isEmpty()) {
            throw StandardProblem.invalid(errors);
        }
    }

    /** Anybody reports, but nobody for a department that they do not belong to. */
    private void requireMembership(String department) {
        if (department == null) {
            return;
        }
        if (!caller.memberOf().contains(department) && !caller.isHeadOf(department)) {
            throw StandardProblem.forbidden("a member of '" + department + "'");
        }
        departments.requireAll("/department", java.util.List.of(department));
    }
}
