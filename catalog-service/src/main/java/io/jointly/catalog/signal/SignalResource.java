package io.jointly.catalog.signal;

import io.jointly.kit.http.Params;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
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
            summary = "What points to a risk, the gravest first",
            description =
                    """
                    Value streams that do not emerge: live services in no stream, streams that one department owns alone or where nothing is measured, measures that see one department only. \
                    Handoffs that do not work, in the last 90 days of a stream's work: pairs of which a fifth and more of at least 20 handoffs go straight back, and carriers that take up at least 20 handoffs a quarter and more later than in the 90 days before. \
                    High is: a service that several departments bring about in no stream; a stream with several departments and no joint owners; one department only in half of the measured streams and more; two fifths and more of a pair's handoffs straight back; a wait that has doubled. Everything else is medium. \
                    Each names its evidence and where to see it. What one team is the whole of is told once, for its department. By severity, then by kind as listed here. To everybody signed in.
                    """)
    public Page<Signal> list(
            @QueryParam("kind")
                    @Parameter(
                            description =
                                    "Only this kind: service-without-stream, stream-without-joint-owner, stream-without-measure, measures-inside-one-department, bouncing-pair, growing-queue; or several, as in:bouncing-pair,growing-queue",
                            example = "bouncing-pair")
                    String kind,
            @QueryParam("risk")
                    @Parameter(
                            description = "Only those that point to this risk",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "non-emerging-value-streams",
                                                "inefficient-handoffs"
                                            }))
                    String risk,
            @QueryParam("department")
                    @Parameter(
                            description = "Code of a department that it concerns",
                            example = "hr")
                    String department,
            @QueryParam("about")
                    @Parameter(
                            description =
                                    "Value stream or service that it concerns, as kind:reference",
                            example = "value-stream:employee-onboarding")
                    String about,
            @BeanParam Paging paging) {
        if (about != null && !about.matches("(value-stream|service):.+")) {
            throw StandardProblem.invalidParameter(
                    "about", "is neither value-stream:code nor service:code");
        }
        return signals.find(
                new SignalFilter(
                        Params.anyOf("kind", kind, SignalKind.class),
                        Params.oneOf("risk", risk, SignalKind.Risk.class).orElse(null),
                        department,
                        about),
                paging);
    }
}
