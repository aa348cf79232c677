package io.jointly.kit.journal;

import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
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

/** The change feed: everything that happened, for whoever wants to follow. */
@Path("/changes")
@Tag(name = "Change feed")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ChangesResource {
    private static final int MOST = 200;

    private final JournalReader journal;

    ChangesResource(JournalReader journal) {
        this.journal = journal;
    }

    @GET
    @Operation(
            operationId = "listChanges",
            summary = "What changed since",
            description =
                    "CloudEvents 1.0 in the order of commits, without gaps. Keep `next` and send it as `after` the next time; delivery is at least once, `id` tells repeats.")
    public ChangePage changes(
            @QueryParam("after")
                    @Parameter(
                            description =
                                    "`next` of the page before; from the beginning without it")
                    String after,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many at most, 1 to 200",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    String limit) {
        var start = position(after);
        var items = journal.changes(start, Params.number("limit", limit, 1, MOST, 50));
        var last = items.isEmpty() ? start : items.get(items.size() - 1).position();
        return new ChangePage(items, Long.toString(last));
    }

    private static long position(String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw StandardProblem.invalidParameter("after", "is not a cursor of this feed");
        }
    }
}
