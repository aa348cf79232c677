package io.jointly.gateway.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What people call the departments, by their codes. */
@ApplicationScoped
class DepartmentNames {
    /** The catalog's longest page, and as many of them as the largest organisation has. */
    private static final int PAGE = 200;

    private static final int MOST_PAGES = 20;
    private static final Pattern CURSOR = Pattern.compile("(?:^|&)cursor=([^&]+)");

    private final Catalog catalog;

    DepartmentNames(Catalog catalog) {
        this.catalog = catalog;
    }

    Uni<Map<String, String>> all(String accessToken) {
        return from(null, accessToken, MOST_PAGES);
    }

    private Uni<Map<String, String>> from(String cursor, String accessToken, int pages) {
        return catalog.ask(
                        accessToken,
                        (api, authorization, trace) ->
                                api.departments(PAGE, cursor, authorization, trace))
                .flatMap(
                        page -> {
                            var next = cursorOf(page.next());
                            return next == null || pages == 1
                                    ? Uni.createFrom().item(page.names())
                                    : from(next, accessToken, pages - 1)
                                            .map(rest -> together(page.names(), rest));
                        });
    }

    private static Map<String, String> together(
            Map<String, String> some, Map<String, String> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static String cursorOf(String next) {
        if (next == null) {
            return null;
        }
        var found = CURSOR.matcher(URI.create(next).getRawQuery());
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : null;
    }
}
