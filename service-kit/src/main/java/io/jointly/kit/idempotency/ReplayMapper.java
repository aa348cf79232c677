package io.jointly.kit.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives the first answer once more. */
public class ReplayMapper {
    @ServerExceptionMapper
    public Response replay(Replay replay) {
        var answer = replay.answer();
        var response =
                Response.status(answer.status())
                        .header("Idempotency-Replayed", true)
                        .header(HttpHeaders.LOCATION, answer.location())
                        .header(HttpHeaders.ETAG, answer.tag());
        return answer.body() == null
                ? response.build()
                : response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body()).build();
    }
}
