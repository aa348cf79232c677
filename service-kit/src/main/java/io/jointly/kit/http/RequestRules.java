package io.jointly.kit.http;

import io.jointly.kit.problem.StandardProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What every request keeps to: only documented parameters, each once, and a body of sane size. */
@Provider
@Priority(Priorities.USER)
public class RequestRules implements ContainerRequestFilter {
    /** Largest body of an ordinary request, in bytes; bulk endpoints stream and are exempt. */
    public static final long LARGEST_BODY = 2L * 1024 * 1024;

    private static final Map<Method, Set<String>> DOCUMENTED = new ConcurrentHashMap<>();

    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        var known = DOCUMENTED.computeIfAbsent(method, RequestRules::documentedParameters);
        request.getUriInfo()
                .getQueryParameters()
                .forEach(
                        (name, values) -> {
                            if (!known.contains(name)) {
                                throw StandardProblem.invalidParameter(
                                        name,
                                        known.isEmpty()
                                                ? "is unknown; this operation takes none"
                                                : "is unknown; known are "
                                                        + String.join(", ", known));
                            }
                            if (values.size() > 1) {
                                throw StandardProblem.invalidParameter(name, "is given twice");
                            }
                            if (values.get(0).isEmpty()) {
                                throw StandardProblem.invalidParameter(
                                        name, "is empty; leave it out instead");
                            }
                            if (values.get(0).indexOf('\0') >= 0) {
                                throw StandardProblem.invalidParameter(
                                        name, "must not contain the character NUL");
                            }
                        });
        if (!method.isAnnotationPresent(Bulk.class) && request.hasEntity()) {
            if (request.getLength() > LARGEST_BODY) {
                throw tooLarge();
            }
            request.setEntityStream(new Limited(request.getEntityStream()));
        }
    }

    private static Set<String> documentedParameters(Method method) {
        var names = new java.util.TreeSet<String>();
        for (var parameter : method.getParameters()) {
            var query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                names.addAll(fieldParameters(parameter.getType()));
            }
        }
        return names;
    }

    private static Set<String> fieldParameters(Class<?> type) {
        var names = new HashSet<String>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            Arrays.stream(c.getDeclaredFields())
                    .map((Field f) -> f.getAnnotation(QueryParam.class))
                    .filter(java.util.Objects::nonNull)
                    .forEach(q -> names.add(q.value()));
        }
        return names;
    }

    private static StandardProblem tooLarge() {
        return StandardProblem.tooLarge(
                "A request body may have %d bytes at most.".formatted(LARGEST_BODY));
    }

    private static final class Limited extends FilterInputStream {
        private long left = LARGEST_BODY;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
