package io.jointly.gateway.apidocs;

import io.jointly.gateway.edge.PortalFiles;
import io.jointly.gateway.edge.Refusal;
import io.jointly.gateway.edge.Refusals;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Shows {@code docs/problems} to whoever follows the {@code type} of a problem document. */
@ApplicationScoped
public class ProblemPages {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TITLE = Pattern.compile("(?m)^# (.+)$");
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s - Jointly</title>
            <link rel="stylesheet" href="/docs/style.css">
            </head>
            <body>
            <main>
            %s
            </main>
            </body>
            </html>
            """;

    private final Refusals refusals;
    private final PortalFiles files;
    private final Parser parser;
    private final HtmlRenderer renderer;

    /** Only codes that have a page are kept, so made-up ones take no memory. */
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    ProblemPages(Refusals refusals, PortalFiles files) {
        this.refusals = refusals;
        this.files = files;
        var extensions = List.of(TablesExtension.create());
        parser = Parser.builder().extensions(extensions).build();
        renderer = HtmlRenderer.builder().extensions(extensions).escapeHtml(true).build();
    }

    /** The pages link to each other as files; followed from here, the links must lead here. */
    public void page(RoutingContext request) {
        show(request, 200, request.pathParam("code").replaceFirst("\\.md$", ""));
    }

    public void index(RoutingContext request) {
        if (request.request().path().endsWith("/")) {
            send(request, 200, html("README"));
        } else {
            request.response().setStatusCode(302).putHeader("Location", "/docs/problems/").end();
        }
    }

    public void style(RoutingContext request) {
        files.send(request, "docs/style.css", "no-cache");
    }

    /** Answers with the page of a problem, for people rather than programs. */
    public void show(RoutingContext request, int status, String code) {
        send(request, status, CODE.matcher(code).matches() ? html(code) : Optional.empty());
    }

    private void send(RoutingContext request, int status, Optional<String> page) {
        if (page.isEmpty()) {
            refusals.send(request, Refusal.nothingHere());
            return;
        }
        var response =
                request.response()
                        .setStatusCode(status)
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .putHeader("Cache-Control", status == 200 ? "no-cache" : "no-store");
        if (request.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(page.get());
        }
    }

    private Optional<String> html(String code) {
        var known = pages.get(code);
        if (known != null) {
            return Optional.of(known);
        }
        var fresh = Packaged.text("docs/problems/" + code + ".md").map(text -> render(code, text));
        fresh.ifPresent(page -> pages.put(code, page));
        return fresh;
    }

    private String render(String code, String markdown) {
        var title = TITLE.matcher(markdown);
        return PAGE.formatted(
                title.find() ? escape(title.group(1)) : code,
                renderer.render(parser.parse(markdown)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
