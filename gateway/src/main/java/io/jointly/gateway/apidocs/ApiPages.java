package io.jointly.gateway.apidocs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.jointly.gateway.GatewayConfig;
import io.jointly.gateway.edge.PortalFiles;
import io.jointly.gateway.edge.Refusal;
import io.jointly.gateway.edge.Refusals;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The merged OpenAPI document as JSON and YAML, and Swagger UI to try it. */
@ApplicationScoped
public class ApiPages {
    private static final List<String> PARTS = List.of("catalog", "okr", "governance", "reports");
    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    /** The library's files under short names, beside our own page that has no inline script. */
    private static final Map<String, String> EXPLORER =
            Map.of(
                    "index.html", "swagger-ui/index.html",
                    "start.js", "swagger-ui/start.js",
                    "page.css", "swagger-ui/page.css",
                    "swagger-ui.css", "swagger-ui.css",
                    "swagger-ui-bundle.js", "swagger-ui-bundle.js");

    private final PortalFiles files;
    private final Refusals refusals;
    private final String json;
    private final String yaml;

    ApiPages(PortalFiles files, Refusals refusals, GatewayConfig config, ObjectMapper mapper) {
        this.files = files;
        this.refusals = refusals;
        var merged = new MergedDescription(mapper, config.publicUrl().toString());
        PARTS.forEach(
                part ->
                        Packaged.text("docs/openapi/" + part + ".json")
                                .ifPresent(text -> merged.add(part, text, mapper)));
        try {
            json = mapper.writeValueAsString(merged.document());
            yaml =
                    new ObjectMapper(
                                    new YAMLFactory()
                                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES))
                            .writeValueAsString(merged.document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Accept asks for; YAML only when it is asked for. */
    public void description(RoutingContext request) {
        request.response().putHeader("Vary", "Accept");
        var accept = request.request().getHeader("Accept");
        if (accept != null && accept.contains("yaml")) {
            yaml(request);
        } else {
            json(request);
        }
    }

    public void json(RoutingContext request) {
        send(request, JSON, json);
    }

    public void yaml(RoutingContext request) {
        send(request, YAML, yaml);
    }

    public void explorer(RoutingContext request) {
        var path = request.request().path();
        if (path.equals("/swagger-ui")) {
            request.response().setStatusCode(302).putHeader("Location", "/swagger-ui/").end();
            return;
        }
        var name = path.substring("/swagger-ui/".length());
        var file = EXPLORER.get(name.isEmpty() ? "index.html" : name);
        if (file == null) {
            refusals.send(request, Refusal.nothingHere());
        } else {
            files.send(request, file.contains("/") ? file : library(file), "no-cache");
        }
    }

    private static String library(String file) {
        return "META-INF/resources/webjars/swagger-ui/" + Versions.SWAGGER_UI + "/" + file;
    }

    private static void send(RoutingContext request, String type, String text) {
        var response =
                request.response()
                        .putHeader("Content-Type", type)
                        .putHeader("Cache-Control", "no-cache");
        if (request.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(text);
        }
    }
}
