package io.jointly.gateway.report;

import io.jointly.kit.problem.StandardProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks for all parts at once and puts together what comes back. */
@ApplicationScoped
class FlowAndHandoffsReport {
    private final Catalog catalog;

    FlowAndHandoffsReport(Catalog catalog) {
        this.catalog = catalog;
    }

    Uni<FlowAndHandoffs> compose(FlowQuestion question, String accessToken) {
        var stream =
                Part.of(
                        "stream",
                        catalog.ask(
                                accessToken,
                                (api, authorization, trace) ->
                                        api.stream(question.stream(), authorization, trace)));
        var flow =
                Part.of(
                        "flow",
                        catalog.ask(
                                accessToken,
                                (api, authorization, trace) ->
                                        api.flow(
                                                question.stream(),
                                                question.level(),
                                                question.from(),
                                                question.to(),
                                                authorization,
                                                trace)));
        var handoffs =
                Part.of(
                        "handoffs",
                        catalog.ask(
                                        accessToken,
                                        (api, authorization, trace) ->
                                                api.handoffs(
                                                        question.stream(),
                                                        question.level(),
                                                        question.from(),
                                                        question.to(),
                                                        question.limit(),
                                                        authorization,
                                                        trace))
                                .map(part -> part.cutTo(question.limit())));
        return Uni.combine()
                .all()
                .unis(stream, flow, handoffs)
                .asTuple()
                .map(
                        parts ->
                                report(
                                        question,
                                        parts.getItem1(),
                                        parts.getItem2(),
                                        parts.getItem3()));
    }

    private static FlowAndHandoffs report(
            FlowQuestion question,
            Part<StreamPart> stream,
            Part<FlowPart> flow,
            Part<HandoffsPart> handoffs) {
        var parts = List.of(stream, flow, handoffs);
        // What the catalog refuses is wrong with the request, and the caller should hear its words.
        parts.stream()
                .map(Part::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(RefusedByService::rethrow);
        if (parts.stream().allMatch(part -> part.value() == null)) {
            throw StandardProblem.unavailable(
                    "No part of the report could be had. " + stream.reason());
        }
        return new FlowAndHandoffs(
                question.stream(),
                question.level(),
                question.from(),
                question.to(),
                stream.value(),
                flow.value(),
                handoffs.value(),
                Stream.of(stream.missing(), flow.missing(), handoffs.missing())
                        .flatMap(Optional::stream)
                        .toList(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
