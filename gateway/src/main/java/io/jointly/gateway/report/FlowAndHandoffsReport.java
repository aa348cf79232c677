package io.jointly.gateway.report;

import io.jointly.kit.problem.StandardProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Asks for all parts at once and puts together what comes back. */
@ApplicationScoped
class FlowAndHandoffsReport {
    private final Catalog catalog;
    private final DepartmentNames departmentNames;

    FlowAndHandoffsReport(Catalog catalog, DepartmentNames departmentNames) {
        this.catalog = catalog;
        this.departmentNames = departmentNames;
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
        var names = Part.of("departments", departmentNames.all(accessToken));
        return Uni.combine()
                .all()
                .unis(stream, flow, handoffs, names)
                .asTuple()
                .map(
                        parts ->
                                report(
                                        question,
                                        parts.getItem1(),
                                        parts.getItem2(),
                                        parts.getItem3(),
                                        parts.getItem4()));
    }

    private static FlowAndHandoffs report(
            FlowQuestion question,
            Part<StreamPart> stream,
            Part<FlowPart> flow,
            Part<HandoffsPart> handoffs,
            Part<Map<String, String>> names) {
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
        // Without names a code is a fair name; teams are called what they are called anyhow.
        UnaryOperator<String> departmentName =
                code -> names.value() == null ? code : names.value().getOrDefault(code, code);
        UnaryOperator<String> carrierName =
                question.level().equals("department") ? departmentName : UnaryOperator.identity();
        return new FlowAndHandoffs(
                question.stream(),
                question.level(),
                question.from(),
                question.to(),
                stream.value() == null ? null : stream.value().named(departmentName),
                flow.value(),
                handoffs.value() == null ? null : handoffs.value().named(carrierName),
                Stream.of(stream.missing(), flow.missing(), handoffs.missing(), names.missing())
                        .flatMap(Optional::stream)
                        .toList(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
