package io.jointly.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.jointly.kit.http.AllowedMethods;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where refusals and failures become HTTP. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Map<Integer, String> PLAIN =
            Map.of(
                    404, "There is nothing at this address.",
                    405, "This address does not take that method; Allow names those it takes.",
                    406, "This address cannot answer in the media type that Accept asks for.",
                    413, "The body is too large.",
                    415, "This address does not take a body of that Content-Type.");

    private final AllowedMethods allowedMethods;

    ProblemMappers(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    public Response refused(DomainException e, UriInfo uri) {
        var response =
                answer(
                        e.code(),
                        e.kind().title(),
                        e.kind().status(),
                        e.getMessage(),
                        uri,
                        e.errors());
        return e.kind() == Kind.UNAVAILABLE
                ? Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, 1).build()
                : response;
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e, UriInfo uri) {
        var errors = e.getConstraintViolations().stream().map(ProblemMappers::fieldError).toList();
        return refused(StandardProblem.invalid(errors), uri);
    }

    // Named one by one: Quarkus brings mappers of its own for the more special ones.
    @ServerExceptionMapper({
        JsonProcessingException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class
    })
    public Response unreadable(JsonProcessingException e, UriInfo uri) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return refused(refusal, uri);
            }
        }
        return refused(StandardProblem.invalid(List.of(fieldError(e))), uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(Exception e, UriInfo uri) {
        var sent = e instanceof AuthenticationFailedException;
        var detail =
                sent
                        ? "The token is not valid here: it may have expired, be meant for somebody else, or be signed by another key."
                        : "Sign in, or send a bearer token.";
        var response = answer("not-signed-in", "Not signed in", 401, detail, uri, List.of());
        return Response.fromResponse(response)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        sent ? "Bearer error=\"invalid_token\"" : "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, UriInfo uri) {
        return answer(
                "not-allowed",
                Kind.FORBIDDEN.title(),
                403,
                "Your role does not allow this operation; the API description names the roles that it takes.",
                uri,
                List.of());
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e, UriInfo uri) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json, uri);
            }
            if (cause instanceof DomainException refusal) {
                return refused(refusal, uri);
            }
        }
        var status = e.getResponse().getStatus();
        if (status >= 500) {
            return failed(e, uri);
        }
        var reason = Response.Status.fromStatusCode(status);
        var response =
                answer(
                        "http-" + status,
                        reason == null ? "Refused" : reason.getReasonPhrase(),
                        status,
                        PLAIN.getOrDefault(status, "The request cannot be understood."),
                        uri,
                        List.of());
        if (e instanceof NotAllowedException) {
            return Response.fromResponse(response)
                    .header(HttpHeaders.ALLOW, String.join(", ", allowedMethods.of(uri.getPath())))
                    .build();
        }
        return response;
    }

    /** Last resort: looks for a refusal behind the failure, else says sorry and logs everything. */
    @ServerExceptionMapper
    public Response failed(Throwable e, UriInfo uri) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return refused(refusal, uri);
            }
            if (cause instanceof ConstraintViolationException violations) {
                return invalid(violations, uri);
            }
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json, uri);
            }
            var known = DatabaseProblem.recognise(cause);
            if (known != null) {
                LOG.debug("Refused by the database", e);
                return refused(known, uri);
            }
        }
        LOG.error("Unexpected failure", e);
        return answer(
                "unexpected",
                "Unexpected failure",
                500,
                "Something failed on our side; nothing was changed. The trace id names it in the logs.",
                uri,
                List.of());
    }

    private static Response answer(
            String code,
            String title,
            int status,
            String detail,
            UriInfo uri,
            List<FieldError> errors) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(
                        Problem.of(
                                code, title, status, detail, uri.getRequestUri().getPath(), errors))
                .build();
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        var nodes =
                StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                        .filter(ProblemMappers::belongsToRequest)
                        .toList();
        var pointer = new StringBuilder();
        for (var node : nodes) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(FieldError.escaped(node.getKey().toString()));
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(FieldError.escaped(node.getName()));
            }
        }
        return FieldError.at(pointer.toString(), violation.getMessage());
    }

    private static boolean belongsToRequest(Path.Node node) {
        return node.getKind() == ElementKind.PROPERTY
                || node.getKind() == ElementKind.CONTAINER_ELEMENT;
    }

    private static FieldError fieldError(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            var at = e.getLocation();
            return FieldError.at(
                    "",
                    at == null
                            ? "is not JSON"
                            : "is not JSON at line %d, column %d"
                                    .formatted(at.getLineNr(), at.getColumnNr()));
        }
        var pointer = new StringBuilder();
        for (var step : mapping.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? Integer.toString(step.getIndex())
                                    : FieldError.escaped(step.getFieldName()));
        }
        return FieldError.at(pointer.toString(), reason(mapping));
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "is none of "
                    + String.join(
                            ", ",
                            Arrays.stream(format.getTargetType().getEnumConstants())
                                    .map(Object::toString)
                                    .toList());
        }
        if (e.getCause() instanceof IllegalArgumentException reason) {
            return reason.getMessage();
        }
        return "has the wrong type or form";
    }
}
