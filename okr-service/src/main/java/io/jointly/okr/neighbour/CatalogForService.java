package io.jointly.okr.neighbour;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** catalog, asked by ourselves when nobody asks us. */
@Path("/api/catalog/v1")
@RegisterRestClient(configKey = "catalog-as-service")
@RegisterClientHeaders(TraceOn.class)
@OidcClientFilter
interface CatalogForService extends CatalogApi {}
