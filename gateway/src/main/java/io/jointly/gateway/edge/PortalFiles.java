package io.jointly.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves the portal: its files as they are, and its first page for every address that only the
 * portal knows.
 */
@ApplicationScoped
public class PortalFiles {
    private static final String ROOT = "META-INF/resources";
    private static final String FIRST_PAGE = "/index.html";
    private static final Pattern FILE = Pattern.compile("(/[A-Za-z0-9_@.-]+)+\\.[A-Za-z0-9]+");
    private static final Pattern HASHED = Pattern.compile("/assets/.*");
    private static final Pattern NEVER_A_PAGE =
            Pattern.compile("/(api|q|login|logout|openapi|swagger-ui|docs|webjars)(/.*)?");

    private final Refusals refusals;

    /** Files never change while we run, so absence is worth remembering as well. */
    private final Cache<String, Optional<StaticFile>> files =
            Caffeine.newBuilder().maximumSize(2_000).build();

    PortalFiles(Refusals refusals) {
        this.refusals = refusals;
    }

    public void serve(RoutingContext request) {
        var method = request.request().method();
        var path = request.normalizedPath();
        if (NEVER_A_PAGE.matcher(path).matches()) {
            request.next();
            return;
        }
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            refusals.send(request, Refusal.notAllowed("GET, HEAD"));
            return;
        }
        var wanted = path.equals("/") ? FIRST_PAGE : path;
        find(request, wanted)
                .compose(
                        found ->
                                found.isEmpty() && isPage(request, wanted)
                                        ? find(request, FIRST_PAGE)
                                        : Future.succeededFuture(found))
                .onSuccess(
                        found ->
                                found.ifPresentOrElse(
                                        file -> file.send(request, caching(path)),
                                        () -> refusals.send(request, Refusal.nothingHere())))
                .onFailure(request::fail);
    }

    /** Sends a file of the class path, for pages that are not the portal's. */
    public void send(RoutingContext request, String resource, String caching) {
        load(request, resource)
                .onSuccess(
                        found ->
                                found.ifPresentOrElse(
                                        file -> file.send(request, caching),
                                        () -> refusals.send(request, Refusal.nothingHere())))
                .onFailure(request::fail);
    }

    private Future<Optional<StaticFile>> find(RoutingContext request, String path) {
        return FILE.matcher(path).matches() && StaticFile.isKnownType(path)
                ? load(request, ROOT + path)
                : Future.succeededFuture(Optional.empty());
    }

    private Future<Optional<StaticFile>> load(RoutingContext request, String resource) {
        var known = files.getIfPresent(resource);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        return request.vertx()
                .executeBlocking(() -> files.get(resource, StaticFile::fromClassPath), false);
    }

    /** A page's address ends without a file type, and only a browser's navigation asks for HTML. */
    private static boolean isPage(RoutingContext request, String path) {
        var accept = request.request().getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }

    private static String caching(String path) {
        return HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
