package io.jointly.kit.record;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/**
 * Puts the {@code ETag} on every record that leaves, and answers {@code If-None-Match} with 304.
 */
@Provider
public class EntityTags implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Tagged view)) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, view.tag());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && request.getMethod().equals("GET") && names(known, view.tag())) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private static boolean names(String header, String tag) {
        return header.trim().equals("*")
                || Arrays.stream(header.split(","))
                        .map(String::trim)
                        .map(t -> t.startsWith("W/") ? t.substring(2) : t)
                        .anyMatch(tag::equals);
    }
}
