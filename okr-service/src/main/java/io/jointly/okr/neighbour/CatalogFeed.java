package io.jointly.okr.neighbour;

import io.jointly.kit.journal.ChangePage;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** catalog's change feed. */
@Path("/api/catalog/v1/changes")
@RegisterRestClient(configKey = "catalog-as-service")
@RegisterClientHeaders(TraceOn.class)
@OidcClientFilter
public interface CatalogFeed {
    @GET
    ChangePage changes(@QueryParam("after") String after, @QueryParam("limit") int limit);
}
