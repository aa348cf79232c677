package io.jointly.governance.link;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Catalog-service, asked with the caller's token. */
@RegisterRestClient(configKey = "catalog")
@RegisterProvider(TraceOnwards.class)
@AccessToken
@Path("/")
interface CatalogForCaller extends RecordClient {}
