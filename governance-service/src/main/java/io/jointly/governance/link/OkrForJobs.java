package io.jointly.governance.link;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Okr-service, asked with our own token. */
@RegisterRestClient(configKey = "okr-jobs")
@RegisterProvider(TraceOnwards.class)
@OidcClientFilter
@Path("/")
interface OkrForJobs extends RecordClient {}
