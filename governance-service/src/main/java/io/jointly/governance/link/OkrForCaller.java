package io.jointly.governance.link;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Okr-service, asked with the caller's token. */
@RegisterRestClient(configKey = "okr")
@RegisterProvider(TraceOnwards.class)
@AccessToken
@Path("/")
interface OkrForCaller extends RecordClient {}
