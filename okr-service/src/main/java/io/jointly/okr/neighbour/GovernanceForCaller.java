package io.jointly.okr.neighbour;

import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** governance, asked with the token of whoever asks us. */
@Path("/api/governance/v1")
@RegisterRestClient(configKey = "governance")
@RegisterClientHeaders(TraceOn.class)
@AccessToken
interface GovernanceForCaller extends RecordsApi {}
