package io.jointly.okr.neighbour;

import io.jointly.kit.http.Trace;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Passes the W3C trace on, so that one request can be followed through all parts. */
public class TraceOn implements ClientHeadersFactory {
    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var headers = new MultivaluedHashMap<String, String>();
        headers.putSingle(Trace.HEADER, Trace.current());
        return headers;
    }
}
