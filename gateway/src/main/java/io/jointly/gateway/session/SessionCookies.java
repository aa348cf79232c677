package io.jointly.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The session's cookies as the browser sent them; a long session is spread over several. */
final class SessionCookies {
    /** Quarkus names the session cookies so, with the tenant's name at the end. */
    private static final String PREFIX = "q_session";

    /** The portal's session, in one piece or in several. */
    private static final Pattern PORTAL =
            Pattern.compile(PREFIX + "_" + Callers.SESSION_TENANT + "(_chunk_[0-9]{1,3})?");

    private SessionCookies() {}

    static boolean present(RoutingContext request) {
        return request.request().cookies().stream().anyMatch(SessionCookies::isOurs);
    }

    /** Tells this session's state from any other; empty without a session. */
    static String state(RoutingContext request) {
        return request.request().cookies().stream()
                .filter(cookie -> PORTAL.matcher(cookie.getName()).matches())
                .map(cookie -> cookie.getName() + '=' + cookie.getValue())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    static void clear(RoutingContext request) {
        request.request().cookies().stream()
                .filter(SessionCookies::isOurs)
                .map(Cookie::getName)
                .toList()
                .forEach(
                        name ->
                                request.response()
                                        .addCookie(
                                                Cookie.cookie(name, "")
                                                        .setPath("/")
                                                        .setMaxAge(0)
                                                        .setHttpOnly(true)
                                                        .setSameSite(CookieSameSite.LAX)));
    }

    /** Takes the cookies out of the request as well, for whoever reads it after us. */
    static void forget(RoutingContext request) {
        request.request().cookies().stream()
                .filter(SessionCookies::isOurs)
                .toList()
                .forEach(cookie -> request.request().cookieMap().remove(cookie.getName()));
    }

    private static boolean isOurs(Cookie cookie) {
        return cookie.getName().startsWith(PREFIX);
    }
}
