package io.jointly.catalog.flow;

import io.jointly.kit.paging.PageAsCsv;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The flow of work taken apart: by carrier, by type, by pair, over time. */
@Path("/value-streams/{code}/flow")
@Tag(name = "Flow")
@Authenticated
@Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
public class FlowAnalysisResource {
    private final FlowAnalysis analysis;

    FlowAnalysisResource(FlowAnalysis analysis) {
        this.analysis = analysis;
    }

    @GET
    @Path("/carriers")
    @Operation(
            operationId = "listFlowCarriers",
            summary = "How each team, department or stage takes part",
            description =
                    "Work carried, waits before it was taken up, time held, what came back, and what each has in its hands now: the largest queue first.")
    public CarriersView carriers(
            @PathParam("code") String code, @BeanParam Question question, @BeanParam Rows rows) {
        return analysis.carriers(code, question.asked(), rows.most());
    }

    @GET
    @Path("/types")
    @Operation(
            operationId = "listFlowTypes",
            summary = "How each type of work flows",
            description = "Over whole days; the most work items first.")
    public TypesView types(
            @PathParam("code") String code, @BeanParam Question question, @BeanParam Rows rows) {
        return analysis.types(code, question.asked(), rows.most());
    }

    @GET
    @Path("/pairs")
    @Operation(
            operationId = "listWorkingTogether",
            summary = "Who works together, and who only hands over",
            description =
                    "Per pair of carriers, over whole days and all types: in how much of the work both take part, beside what they hand to each other.")
    public TogetherView together(
            @PathParam("code") String code, @BeanParam Question question, @BeanParam Rows rows) {
        return analysis.together(code, question.asked(), rows.most());
    }

    @GET
    @Path("/distribution")
    @Operation(
            operationId = "getFlowDistribution",
            summary = "How flow times, or handoffs per work item, are spread",
            description =
                    "Work items by class, the smallest first and without a gap, with the percentiles beside them. Flow times of done work items lie in classes of a quarter octave (each bound is 2^(1/4) times the one before, counted from one second), handoffs in one class per number and one for a hundred and more.")
    public DistributionView distribution(
            @PathParam("code") String code,
            @BeanParam Question question,
            @QueryParam("measure")
                    @Parameter(
                            description =
                                    "flow-time: hours of done work items; handoffs: of each work item that anybody carried at `level`",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"flow-time", "handoffs"},
                                            defaultValue = "flow-time"))
                    String measure) {
        return analysis.distribution(code, question.asked(), measure);
    }

    @GET
    @Path("/automation-candidates")
    @Operation(
            operationId = "listAutomationCandidates",
            summary = "Handoffs by hand that automating could speed up most",
            description =
                    "Handoffs between stages of the map, into those that its owners mark as handed over by hand (`handoff` of the stage), all waits together the longest first. Only work that the stream's rules place on stages has such handoffs.")
    public CandidatesView candidates(
            @PathParam("code") String code, @BeanParam WorkAsked asked, @BeanParam Rows rows) {
        return analysis.candidates(code, asked.askedAt(Level.STAGE), rows.most());
    }

    @GET
    @Path("/trend")
    @Operation(
            operationId = "getFlowTrend",
            summary = "How the flow of work changes over time",
            description =
                    "Arrivals, velocity, load, flow time, handoffs, ping-pong, rework, efficiency and service level per day, week or month (UTC), the latest 400 periods at most, beside a baseline.")
    public TrendView trend(
            @PathParam("code") String code,
            @BeanParam Question question,
            @QueryParam("grain")
                    @Parameter(
                            description = "How long a period is",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"day", "week", "month"},
                                            defaultValue = "month"))
                    String grain,
            @QueryParam("baselineFrom")
                    @Parameter(
                            description = "First day of the baseline; goes with baselineTo",
                            example = "2025-01-01")
                    String baselineFrom,
            @QueryParam("baselineTo")
                    @Parameter(
                            description = "End of the baseline, exclusive",
                            example = "2025-04-01")
                    String baselineTo) {
        return analysis.trend(code, question.asked(), grain, baselineFrom, baselineTo);
    }
}
