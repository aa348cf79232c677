package io.jointly.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Tagged;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes {@link Idempotent} true. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentRequests {
    static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final StoredAnswers answers;
    private final ObjectMapper json;
    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo uri;

    IdempotentRequests(
            StoredAnswers answers,
            ObjectMapper json,
            Caller caller,
            HttpHeaders headers,
            UriInfo uri) {
        this.answers = answers;
        this.json = json;
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var key = headers.getHeaderString(KEY);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw StandardProblem.invalidParameter(KEY, "has 1 to 255 characters");
        }
        return QuarkusTransaction.joiningExisting()
                .call(() -> key == null ? call.proceed() : answerOnce(key, call));
    }

    private Object answerOnce(String key, InvocationContext call) throws Exception {
        var scope = String.join(" ", caller.id(), "POST", uri.getPath());
        var request = digest(call.getParameters());
        if (!answers.claim(scope, key)) {
            throw StandardProblem.conflict(
                    "request-in-flight",
                    "A request with the same Idempotency-Key is still being worked on. Repeat it in a moment to get its answer.");
        }
        var stored = answers.find(scope, key);
        if (stored != null) {
            if (!Arrays.equals(stored.request(), request)) {
                throw StandardProblem.ruleViolated(
                        "idempotency-key-reused",
                        "This Idempotency-Key was used before with another body. Use a new key for a new request.");
            }
            throw new Replay(stored);
        }
        var response = (RestResponse<?>) call.proceed();
        var view = response.getEntity();
        answers.store(
                scope,
                key,
                new StoredAnswers.Answer(
                        request,
                        response.getStatus(),
                        response.getHeaderString(HttpHeaders.LOCATION),
                        view instanceof Tagged tagged ? tagged.tag() : null,
                        view == null ? null : json.writeValueAsString(view)));
        return response;
    }

    /** What was asked, whatever the white space or the order of fields it was written with. */
    private byte[] digest(Object[] parameters) throws JsonProcessingException {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var parameter : parameters) {
                if (describesTheConnection(parameter)) {
                    continue;
                }
                sha.update(json.writeValueAsString(parameter).getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same request may come again by another host name or replica: that is no difference. */
    private static boolean describesTheConnection(Object parameter) {
        return parameter instanceof UriInfo
                || parameter instanceof HttpHeaders
                || parameter instanceof Request
                || parameter instanceof SecurityContext;
    }
}
