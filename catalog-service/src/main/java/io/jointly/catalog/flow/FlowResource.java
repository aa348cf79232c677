package io.jointly.catalog.flow;

import io.jointly.kit.http.Params;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The flow of work over HTTP: figures, handoffs, work items, measures. */
@Path("/value-streams/{code}")
@Tag(name = "Flow")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class FlowResource {
    private final FlowService flow;

    FlowResource(FlowService flow) {
        this.flow = flow;
    }

    @GET
    @Path("/flow")
    @Operation(
            operationId = "getFlow",
            summary = "How work flows through the stream",
            description =
                    "Flow time, handoffs, ping-pong, rework, efficiency and service levels over the work items whose last event lies in the period.")
    public FlowView flow(
            @PathParam("code") String code,
            @BeanParam Question question,
            @QueryParam("alternations")
                    @Parameter(
                            description =
                                    "From how many alternations in a row work ping-pongs, 2 to 50: 2 is A, B, A; 3 is A, B, A, B",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "2",
                                            maximum = "50",
                                            defaultValue = "2"))
                    String alternations) {
        return flow.flow(
                code,
                question.asked(),
                Params.number("alternations", alternations, 2, 50, FlowFigures.SHORTEST));
    }

    @GET
    @Path("/handoffs")
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "getHandoffs",
            summary = "Who hands work to whom",
            description =
                    "Pairs of carriers, the largest first of what `sort` names, then by name. The wait of a handoff runs from the last event of the giver to the first event of the receiver.")
    public HandoffsView handoffs(
            @PathParam("code") String code,
            @BeanParam Question question,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many pairs at most, 1 to 10000",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "10000",
                                            defaultValue = "200"))
                    String limit,
            @QueryParam("sort")
                    @Parameter(
                            description =
                                    "-count: most handoffs first; -totalWait: what automating could save at most; -returns: those that bounce",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"-count", "-totalWait", "-returns"},
                                            defaultValue = "-count"))
                    String sort) {
        return flow.handoffs(
                code, question.asked(), sort, Params.number("limit", limit, 1, 10_000, 200));
    }

    @GET
    @Path("/work-items")
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listWorkItems",
            summary = "Work items of the stream",
            description =
                    "The largest first of what `sort` names; the latest first without it. `flowTimeHours` is for done work, `ageHours` for work that is not.")
    public Page<WorkItemView> workItems(
            @PathParam("code") String code,
            @BeanParam Question question,
            @QueryParam("sort")
                    @Parameter(
                            description =
                                    "What to sort by, descending; -flowTime lists done work only, -age open work only",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "-handoffs",
                                                "-pingPong",
                                                "-flowTime",
                                                "-age",
                                                "-lastAt"
                                            },
                                            defaultValue = "-lastAt"))
                    String sort,
            @QueryParam("open")
                    @Parameter(
                            description = "Only those not done (true) or done (false)",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    String open,
            @QueryParam("q") @Parameter(description = "Beginning of the work item's id")
                    String part,
            @QueryParam("handedFrom")
                    @Parameter(
                            description =
                                    "Only items handed over from this carrier, at `level`, to `handedTo`")
                    String handedFrom,
            @QueryParam("handedTo")
                    @Parameter(description = "Receiver of that handoff; goes with `handedFrom`")
                    String handedTo,
            @BeanParam Paging paging) {
        return flow.list(code, question.asked(), sort, open, part, handedFrom, handedTo, paging);
    }

    @GET
    @Path("/work-items/{id}")
    @Operation(
            operationId = "getWorkItem",
            summary = "The journey of one work item",
            description =
                    "Its events ordered by sequence where given, then by time, then as the source sent them; who carried it, and who has it now.")
    public JourneyView journey(@PathParam("code") String code, @PathParam("id") String id) {
        return flow.journey(code, id);
    }

    @GET
    @Path("/work-items/{id}/events")
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listEvents",
            summary = "The events of one work item",
            description = "In the order of the journey; for journeys of any length.")
    public Page<JourneyView.Step> events(
            @PathParam("code") String code, @PathParam("id") String id, @BeanParam Paging paging) {
        return flow.events(code, id, paging);
    }

    @GET
    @Path("/measures")
    @Operation(
            operationId = "listMeasures",
            summary = "Live measures of the stream",
            description =
                    "What a key result can be bound to, each with its value now, at team level over all work items.")
    public List<Measure.View> measures(@PathParam("code") String code) {
        return flow.measures(code);
    }

    @GET
    @Path("/measures/{measure}")
    @Operation(
            operationId = "getMeasure",
            summary = "One live measure",
            description = "With its value now.")
    public Measure.View measure(
            @PathParam("code") String code, @PathParam("measure") String measure) {
        return flow.measure(code, measure);
    }
}
