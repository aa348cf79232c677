package io.jointly.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses paths that two readers could read differently, before anything routes or authorises them.
 *
 * <p>Frameworks differ in how they treat matrix parameters, encoded slashes and dot segments; a
 * path that only means one thing everywhere cannot slip past a rule (CVE-2026-39852,
 * CVE-2026-50559).
 */
@ApplicationScoped
public class PathGuard {
    private static final int FIRST = 10_000;
    private static final int LONGEST = 2_048;
    private static final Set<String> AMBIGUOUS = Set.of("2F", "5C", "3B", "2E", "25", "7F");

    private final ObjectMapper json;

    PathGuard(ObjectMapper json) {
        this.json = json;
    }

    void install(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    private void guard(RoutingContext request) {
        Trace.begin(request);
        var uri = request.request().uri();
        var query = uri.indexOf('?');
        var path = query < 0 ? uri : uri.substring(0, query);
        if (isPlain(path)) {
            request.next();
            return;
        }
        var problem =
                Problem.of(
                        "ambiguous-path",
                        "The request is not valid",
                        400,
                        "The path must be plain: no ';', no '//', no dot segments, and none of / \\ ; . % percent-encoded.",
                        null);
        request.response()
                .setStatusCode(400)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(write(problem));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isPlain(String path) {
        if (path.length() > LONGEST || !path.startsWith("/") || path.contains("//")) {
            return false;
        }
        for (var i = 0; i < path.length(); i++) {
            var c = path.charAt(i);
            if (c == ';' || c == '\\' || c <= ' ' || c >= 0x7F) {
                return false;
            }
            if (c == '%') {
                if (i + 2 >= path.length() || !isHarmless(path.substring(i + 1, i + 3))) {
                    return false;
                }
                i += 2;
            }
        }
        for (var segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmless(String hex) {
        var code = hex.toUpperCase(Locale.ROOT);
        // Below 0x20 are control characters, C0 and C1 only begin overlong UTF-8.
        return code.chars().allMatch(c -> "0123456789ABCDEF".indexOf(c) >= 0)
                && !AMBIGUOUS.contains(code)
                && Integer.parseInt(code, 16) >= 0x20
                && !code.equals("C0")
                && !code.equals("C1");
    }
}
