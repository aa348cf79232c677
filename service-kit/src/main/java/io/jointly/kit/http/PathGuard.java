package io.jointly.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
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

    /** What no URI has unencoded. */
    private static final String UNSAFE = "\"<>\\^`{|}";

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
        var mark = uri.indexOf('?');
        if (!isPlain(mark < 0 ? uri : uri.substring(0, mark))) {
            refuse(
                    request,
                    "ambiguous-path",
                    "The path must be plain: no ';', no '//', no dot segments, and none of / \\ ; . % percent-encoded.");
        } else if (mark >= 0 && !isWellFormed(uri.substring(mark + 1))) {
            refuse(
                    request,
                    "invalid-request",
                    "The query is not well-formed: percent-encode, as UTF-8, all but letters, digits and - . _ ~");
        } else {
            request.next();
        }
    }

    private void refuse(RoutingContext request, String code, String detail) {
        request.response()
                .setStatusCode(400)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(write(Problem.of(code, "The request is not valid", 400, detail, null)));
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
        return decoded(path)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .isPresent();
    }

    /** Else the router would refuse it without a word, or put other characters in place. */
    static boolean isWellFormed(String query) {
        for (var i = 0; i < query.length(); i++) {
            var c = query.charAt(i);
            if (c <= ' ' || c >= 0x7F || UNSAFE.indexOf(c) >= 0) {
                return false;
            }
        }
        return decoded(query).isPresent();
    }

    /** Empty for overlong and broken UTF-8, which different readers read differently. */
    private static Optional<String> decoded(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (var i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) != '%') {
                bytes.write(encoded.charAt(i));
            } else if (i + 2 < encoded.length() && isHex(encoded.substring(i + 1, i + 3))) {
                bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isHarmless(String hex) {
        return isHex(hex)
                && !AMBIGUOUS.contains(hex.toUpperCase(Locale.ROOT))
                && Integer.parseInt(hex, 16) >= 0x20;
    }

    private static boolean isHex(String hex) {
        return hex.chars().allMatch(c -> "0123456789ABCDEFabcdef".indexOf(c) >= 0);
    }
}
