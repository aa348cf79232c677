package io.jointly.kit.feed;

import io.jointly.kit.journal.ChangePage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Another service's change feed. */
@Path("/changes")
public interface FeedClient {
    @GET
    ChangePage changes(@QueryParam("after") String after, @QueryParam("limit") int limit);
}
