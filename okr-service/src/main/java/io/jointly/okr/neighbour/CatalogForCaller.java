package io.jointly.okr.neighbour;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** catalog, asked with the token of whoever asks us. */
@Path("/api/catalog/v1")
@RegisterRestClient(configKey = "catalog")
@RegisterClientHeaders(TraceOn.class)
@AccessToken
interface CatalogForCaller extends CatalogApi {}
