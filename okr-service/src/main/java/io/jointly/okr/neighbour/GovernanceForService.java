package io.jointly.okr.neighbour;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** governance, asked by ourselves when nobody asks us. */
@Path("/api/governance/v1")
@RegisterRestClient(configKey = "governance-as-service")
@RegisterClientHeaders(TraceOn.class)
@OidcClientFilter
interface GovernanceForService extends RecordsApi {}
