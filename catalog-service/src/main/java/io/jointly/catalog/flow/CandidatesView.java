package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import io.jointly.catalog.valuestream.HandoffKind;
import io.jointly.catalog.valuestream.StageView;
import io.jointly.kit.paging.Tabular;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Handoffs by hand, ranked by what automating each could save. */
@Schema(
        name = "AutomationCandidates",
        description =
                "Handoffs into stages that are handed over by hand, all waits together the longest first.")
public record CandidatesView(
        String stream,
        FlowView.Period period,
        @Schema(nullable = true) String type,
        @Schema(description = "Handoffs into stages that are marked manual", examples = "1904")
                long manualHandoffs,
        @Schema(description = "Handoffs into stages that are marked automated", examples = "610")
                long automatedHandoffs,
        @Schema(
                        description =
                                "All waits of the manual ones together, in hours: the most that automating all of them could save",
                        examples = "18124.1")
                double manualWaitHours,
        List<Candidate> items,
        @Schema(description = Figures.RECALCULATING) boolean recalculating)
        implements Tabular, Figures<CandidatesView> {

    /** A handoff by hand. */
    @Schema(name = "AutomationCandidate", description = "A handoff by hand, between two stages.")
    public record Candidate(
            @Schema(description = "Stage that gives", examples = "Collect what is needed")
                    String from,
            @Schema(description = "Stage that receives", examples = "Grant access") String to,
            @Schema(
                            description =
                                    "Department of the stage that gives; null when it is not on the map any more",
                            nullable = true,
                            examples = "hr")
                    String fromDepartment,
            @Schema(
                            description =
                                    "Department of the stage that receives; null when it is not on the map any more",
                            nullable = true,
                            examples = "it")
                    String toDepartment,
            @Schema(examples = "611") long count,
            @Schema(examples = "16.7") double meanWaitHours,
            @Schema(examples = "52.0") double p85WaitHours,
            @Schema(
                            description =
                                    "All waits together: what automating this handoff could save at most",
                            examples = "10204.0")
                    double totalWaitHours,
            @Schema(
                            description = "Its share of the waits of all handoffs by hand, 0 to 1",
                            nullable = true,
                            examples = "0.56")
                    Double waitShare) {}

    static CandidatesView of(HandoffsView handoffs, List<StageView> stages, int most) {
        var departments =
                stages.stream()
                        .collect(
                                Collectors.toMap(
                                        StageView::name,
                                        StageView::department,
                                        (one, next) -> one));
        // A name that several stages share is automated when all of them are.
        var automated =
                stages.stream()
                        .collect(
                                Collectors.toMap(
                                        StageView::name,
                                        stage -> stage.handoff() == HandoffKind.AUTOMATED,
                                        Boolean::logicalAnd));
        var manual =
                handoffs.items().stream()
                        .filter(pair -> !automated.getOrDefault(pair.to(), false))
                        .toList();
        var count = manual.stream().mapToLong(HandoffsView.Pair::count).sum();
        var wait = manual.stream().mapToDouble(HandoffsView.Pair::totalWaitHours).sum();
        return new CandidatesView(
                handoffs.stream(),
                handoffs.period(),
                handoffs.type(),
                count,
                handoffs.total() - count,
                Queries.rounded(wait),
                manual.stream().limit(most).map(p -> candidate(p, departments, wait)).toList(),
                false);
    }

    private static Candidate candidate(
            HandoffsView.Pair pair, Map<String, String> departments, double wait) {
        return new Candidate(
                pair.from(),
                pair.to(),
                departments.get(pair.from()),
                departments.get(pair.to()),
                pair.count(),
                pair.meanWaitHours(),
                pair.p85WaitHours(),
                pair.totalWaitHours(),
                Queries.share(pair.totalWaitHours(), wait));
    }

    @Override
    public CandidatesView whileRecalculating() {
        return new CandidatesView(
                stream,
                period,
                type,
                manualHandoffs,
                automatedHandoffs,
                manualWaitHours,
                items,
                true);
    }
}
