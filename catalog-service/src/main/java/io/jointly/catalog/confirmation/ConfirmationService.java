package io.jointly.catalog.confirmation;

import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.catalog.valuestream.ValueStreams.Facts;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** What can be done with confirmations. */
@ApplicationScoped
@Transactional
class ConfirmationService {
    private final Confirmations confirmations;
    private final ValueStreams streams;
    private final Journal journal;
    private final Precondition precondition;
    private final Caller caller;

    ConfirmationService(
            Confirmations confirmations,
            ValueStreams streams,
            Journal journal,
            Precondition precondition,
            Caller caller) {
        this.confirmations = confirmations;
        this.streams = streams;
        this.journal = journal;
        this.precondition = precondition;
        this.caller = caller;
    }

    Page<ConfirmationView> list(String code, List<ConfirmationState> states, Paging paging) {
        var views =
                views(streams.factsOf(code)).stream()
                        .filter(view -> states.isEmpty() || states.contains(view.state()))
                        .toList();
        return paging.page(
                (key, most) ->
                        views.stream()
                                .filter(v -> key == null || v.department().compareTo(key) > 0)
                                .limit(most)
                                .toList(),
                ConfirmationView::department,
                view -> view,
                views::size);
    }

    /**
     * The number of the wording goes with it: an edit at the same moment voids it, whichever of the
     * two is stored first.
     */
    ConfirmationView confirm(String code, String department) {
        caller.requireHeadOf(department);
        var stream = streams.factsOf(code);
        precondition.matches(streams.record(code));
        if (!stream.takingPart().contains(department)) {
            throw new ConfirmationProblem.TakesNoPart(department, code);
        }
        var before = confirmations.latest(stream.id()).get(department);
        var confirmation = new Confirmation(stream, department, caller.id(), caller.name());
        confirmations.persistAndFlush(confirmation);
        var view = confirmation.view(stream);
        journal.record(
                "value-stream.confirmed",
                stream.link(),
                before == null ? null : before.view(stream),
                view);
        return view;
    }

    /** One for each department that takes part, by code. */
    private List<ConfirmationView> views(Facts stream) {
        var latest = confirmations.latest(stream.id());
        return stream.takingPart().stream()
                .sorted()
                .map(
                        department ->
                                latest.containsKey(department)
                                        ? latest.get(department).view(stream)
                                        : missing(stream, department))
                .toList();
    }

    private static ConfirmationView missing(Facts stream, String department) {
        return new ConfirmationView(
                stream.code(),
                department,
                stream.owners().contains(department),
                ConfirmationState.MISSING,
                null,
                null,
                null);
    }
}
