package io.jointly.governance.link;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Catalog-service, asked with our own token. */
@RegisterRestClient(configKey = "catalog-jobs")
@RegisterProvider(TraceOnwards.class)
@OidcClientFilter
@Path("/")
interface CatalogForJobs extends RecordClient {}
