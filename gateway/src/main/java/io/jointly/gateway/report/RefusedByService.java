package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.Kind;
import jakarta.ws.rs.WebApplicationException;
import java.util.Arrays;

/** A service's refusal, handed on in its own words. */
final class RefusedByService extends DomainException {
    private static final long serialVersionUID = 1L;

    private RefusedByService(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static void rethrow(WebApplicationException answer) {
        var status = answer.getResponse().getStatus();
        var kind =
                Arrays.stream(Kind.values())
                        .filter(k -> k.status() == status)
                        .findFirst()
                        .orElse(null);
        if (kind == null) {
            // 401 and the like have mappers of their own, told by status.
            throw new WebApplicationException(status);
        }
        var problem = answer.getResponse().readEntity(Told.class);
        var code = problem.type() == null ? "http-" + status : lastOf(problem.type());
        throw new RefusedByService(
                kind, code, problem.detail() == null ? kind.title() : problem.detail());
    }

    private static String lastOf(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** As much of a problem document as is passed on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Told(String type, String detail) {}
}
