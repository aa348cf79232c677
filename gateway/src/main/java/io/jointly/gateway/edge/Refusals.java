package io.jointly.gateway.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Writes refusals as RFC 9457 documents where no JAX-RS is at work. */
@ApplicationScoped
public class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final long DRAIN_MILLIS = 2_000;

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    public void send(RoutingContext request, Refusal refusal) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Half an answer is out already: only breaking off tells the client that it is not
            // whole.
            request.request().connection().close();
            return;
        }
        refusal.headers().forEach(response::putHeader);
        response.setStatusCode(refusal.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        leaveNoBodyBehind(request);
        var document = document(request, refusal);
        if (request.request().method() == HttpMethod.HEAD) {
            response.putHeader("Content-Length", Integer.toString(document.length())).end();
        } else {
            response.end(document);
        }
    }

    public void sendNothingHere(RoutingContext request) {
        send(request, Refusal.nothingHere());
    }

    /** For what nobody foresaw: says sorry, and logs everything. */
    public void sendFailure(RoutingContext request) {
        if (request.statusCode() == 404) {
            sendNothingHere(request);
            return;
        }
        if (request.statusCode() >= 400 && request.statusCode() < 500) {
            // Vert.x refuses so what it cannot make a request of, a missing Host for instance.
            send(request, Refusal.malformed("The request cannot be understood."));
            return;
        }
        LOG.error("Unexpected failure", request.failure());
        send(request, Refusal.unexpected());
    }

    /**
     * What is left of the body is read and dropped for a moment, since a client that is still
     * sending would lose the answer if the connection closed at once; then the connection closes.
     */
    private static void leaveNoBodyBehind(RoutingContext request) {
        if (request.request().isEnded()) {
            return;
        }
        var http = request.request();
        var length = http.getHeader("Content-Length");
        var expectsBody =
                http.headers().contains("Transfer-Encoding")
                        || (length != null && !length.equals("0"));
        if (expectsBody) {
            request.response().putHeader("Connection", "close");
            var connection = http.connection();
            var timer = request.vertx().setTimer(DRAIN_MILLIS, expired -> connection.close());
            connection.closeHandler(closed -> request.vertx().cancelTimer(timer));
            http.exceptionHandler(broken -> {});
            http.handler(dropped -> {});
        }
        http.resume();
    }

    private Buffer document(RoutingContext request, Refusal refusal) {
        var problem =
                Problem.of(
                        refusal.code(),
                        refusal.title(),
                        refusal.status(),
                        refusal.detail(),
                        request.request().path());
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
