package io.jointly.catalog.signal;

import io.jointly.kit.http.Params;
import io.jointly.kit.paging.PageAsCsv;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signals over HTTP. */
@Path("/signals")
@Tag(name = "Signals")
@Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
public class SignalResource {
    private final SignalService signals;

    SignalResource(SignalService signals) {
        this.signals = signals;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listSignals",
            summary = "What points to a risk",
            description =
                    """
                    Value streams that do not emerge: live services in no stream, streams that one department owns alone or where nothing is measured, measures that see one department only. \
                    Handoffs that do not work, in the last 90 days of a stream's work: pairs of which a fifth and more of at least 20 handoffs go straight back, and carriers that take up at least 20 handoffs a quarter and more later than in the 90 days before. \
                    Each names its evidence and where to see it.
                    """)
    public SignalsView list(
            @QueryParam("kind")
                    @Parameter(
                            description = "Only this kind",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "service-without-stream",
                                                "stream-without-joint-owner",
                                                "stream-without-measure",
                                                "measures-inside-one-department",
                                                "bouncing-pair",
                                                "growing-queue"
                                            }))
                    String kind,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many handoffs of each kind at most, 1 to 200",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "20"))
                    String limit) {
        return signals.find(kind, Params.number("limit", limit, 1, 200, 20));
    }
}
