package io.jointly.governance.link;

import io.jointly.kit.http.Trace;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Lets the trace of the current request go on in the service that we ask. */
public class TraceOnwards implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(Trace.HEADER, Trace.current());
    }
}
