package io.jointly.gateway.report;

import io.jointly.gateway.session.SignedIn;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Flow and handoffs of a stream, on one page. */
@Path("/api/reports/v1/flow-and-handoffs")
@Authenticated
@Tag(name = "Reports", description = "Composed of what all services know")
public class FlowAndHandoffsResource {
    private static final String CSV = "text/csv";

    private final FlowAndHandoffsReport report;

    FlowAndHandoffsResource(FlowAndHandoffsReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "getFlowAndHandoffs",
            summary = "Report on the flow and the handoffs of a value stream",
            description =
                    "How long work takes from end to end, how often it is handed on, where it waits longest and where it goes back and forth (ping-pong). When a service does not answer, the rest of the report comes all the same and names what is missing.")
    @Extension(name = "x-report", parseValue = true, value = FlowAndHandoffsTexts.REPORT)
    @APIResponse(
            responseCode = "200",
            description = "The report, whole or with its missing parts named",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description =
                                    "With CSV: a file name of the stream and the day in UTC, as in flow-and-handoffs_it-incidents_2026-11-22.csv",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FlowAndHandoffs.class),
                        examples = @ExampleObject(name = "partial", value = Examples.PARTIAL)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "table", value = Examples.TABLE))
            })
    public Uni<Response> flowAndHandoffs(
            @QueryParam("stream")
                    @Parameter(
                            description = "Code of the value stream",
                            required = true,
                            schema =
                                    @Schema(
                                            title = "Value stream",
                                            type = SchemaType.STRING,
                                            pattern = FlowQuestion.CODE,
                                            maxLength = FlowQuestion.LONGEST_CODE),
                            example = "it-incidents")
                    String stream,
            @QueryParam("level")
                    @Parameter(
                            description = "Who counts as a carrier of work: teams or departments",
                            schema =
                                    @Schema(
                                            title = "By team or department",
                                            type = SchemaType.STRING,
                                            enumeration = {"team", "department"},
                                            defaultValue = "team"),
                            example = "team")
                    String level,
            @QueryParam("from")
                    @Parameter(
                            description =
                                    "Only work whose last event is not before this instant or date",
                            schema =
                                    @Schema(
                                            title = "Begin",
                                            type = SchemaType.STRING,
                                            pattern = FlowQuestion.MOMENT),
                            example = "2026-01-01")
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description =
                                    "Only work whose last event is before this instant or date",
                            schema =
                                    @Schema(
                                            title = "End",
                                            type = SchemaType.STRING,
                                            pattern = FlowQuestion.MOMENT),
                            example = "2026-04-01")
                    String to,
            @QueryParam("limit")
                    @Parameter(
                            description =
                                    "How many pairs of handoffs at most; the report says when there are more",
                            schema =
                                    @Schema(
                                            title = "Pairs shown at most",
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "" + FlowQuestion.MOST,
                                            defaultValue = "" + FlowQuestion.USUAL),
                            example = "50")
                    String limit,
            @Context HttpHeaders headers,
            @Context RoutingContext request) {
        var question = FlowQuestion.of(stream, level, from, to, limit);
        var asCsv =
                headers.getAcceptableMediaTypes().stream()
                        .findFirst()
                        .filter(type -> type.isCompatible(MediaType.valueOf(CSV)))
                        .filter(type -> !type.isWildcardType())
                        .isPresent();
        return report.compose(question, SignedIn.of(request).accessToken())
                .map(
                        found ->
                                (asCsv
                                                ? table(found)
                                                : Response.ok(found, MediaType.APPLICATION_JSON))
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                                        .build());
    }

    private static Response.ResponseBuilder table(FlowAndHandoffs found) {
        return Response.ok(FlowAndHandoffsCsv.of(found), CSV + "; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\""
                                .formatted(FlowAndHandoffsCsv.fileName(found)));
    }

    /** Examples for the API description. */
    private static final class Examples {
        static final String PARTIAL =
                """
                {"code":"it-incidents","level":"team","from":null,"to":null,
                 "stream":{"code":"it-incidents","name":"Incidents","outcome":"People can work again","owners":["it"],"ownerNames":["Information Technology"]},
                 "flow":null,
                 "handoffs":{"total":19087,"pairs":1060,"truncated":true,"items":[{"from":"Group 20","to":"Group 70","fromName":"Group 20","toName":"Group 70","count":1088,"meanWaitHours":16.658,"p85WaitHours":24.5}]},
                 "partial":[{"part":"flow","code":"no-answer-in-time","reason":"The catalog service did not answer in time."}],
                 "generatedAt":"2026-11-21T09:30:00Z"}
                """;
        static final String TABLE =
                "part,measure,from,to,value,unit,from-name,to-name\nhandoffs,count,Group 20,Group 70,1088,handoffs,Group 20,Group 70\n";

        private Examples() {}
    }
}
