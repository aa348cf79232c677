package io.jointly.governance.following;

import io.jointly.kit.feed.FeedClient;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The change feed of catalog-service. */
@RegisterRestClient(configKey = "catalog-feed")
@OidcClientFilter
@Path("/changes")
interface CatalogFeed extends FeedClient {}
