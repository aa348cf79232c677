package io.jointly.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to every operation what the shared mechanism does for it, so that no endpoint has to say so
 * itself: the refusals, {@code If-Match}, {@code Idempotency-Key}, {@code If-None-Match}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {
    private static final Map<String, String> REFUSALS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(
                                    "400",
                                    "Something in the request is not valid; `errors` says what and where."),
                            Map.entry("401", "Not signed in, or the token is not valid here."),
                            Map.entry("403", "Signed in, but not allowed to do this."),
                            Map.entry("404", "There is no such thing."),
                            Map.entry(
                                    "405",
                                    "This address does not take that method; `Allow` names those it takes."),
                            Map.entry(
                                    "406",
                                    "Cannot answer in the media type that `Accept` asks for."),
                            Map.entry(
                                    "409",
                                    "In conflict with the current state, or the same keyed request is in flight."),
                            Map.entry("412", "The record was changed since it was read."),
                            Map.entry("413", "The body is too large."),
                            Map.entry("415", "The body is in a media type that is not taken here."),
                            Map.entry("422", "Understood, but a rule says no."),
                            Map.entry("428", "`If-Match` is missing."),
                            Map.entry(
                                    "429", "Too many requests; `Retry-After` says when to go on."),
                            Map.entry("500", "Unexpected failure on our side."),
                            Map.entry(
                                    "503",
                                    "Something needed does not answer just now; try again after `Retry-After`.")));
    private static final List<String> READING =
            List.of("400", "401", "403", "404", "406", "429", "500", "503");
    private static final List<String> CREATING =
            List.of(
                    "400", "401", "403", "404", "406", "409", "413", "415", "422", "429", "500",
                    "503");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Preamble.complete(api);
        var components =
                api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        REFUSALS.forEach(
                (status, text) -> components.addResponse("Problem" + status, refusal(text)));
        api.setComponents(components);
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        api.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) ->
                                item.getOperations()
                                        .forEach(
                                                (method, operation) ->
                                                        complete(api, method, operation)));
        dropUnused(api);
    }

    private static void dropUnused(OpenAPI api) {
        var used = new HashSet<String>();
        for (var item : api.getPaths().getPathItems().values()) {
            for (var operation : item.getOperations().values()) {
                operation.getResponses().getAPIResponses().values().stream()
                        .map(APIResponse::getRef)
                        .filter(Objects::nonNull)
                        .map(SchemaReach::nameIn)
                        .forEach(used::add);
            }
        }
        REFUSALS.keySet().stream()
                .map(status -> "Problem" + status)
                .filter(name -> !used.contains(name))
                .forEach(api.getComponents()::removeResponse);
    }

    private static void complete(OpenAPI api, PathItem.HttpMethod method, Operation operation) {
        var reading = method == PathItem.HttpMethod.GET;
        (reading ? READING : CREATING).forEach(status -> addRefusal(operation, status));
        sizeNumbers(operation);
        var acting =
                method == PathItem.HttpMethod.POST
                        && operation.getExtensions() != null
                        && operation.getExtensions().containsKey("x-acts-on-record");
        if (method == PathItem.HttpMethod.PATCH
                || method == PathItem.HttpMethod.PUT
                || method == PathItem.HttpMethod.DELETE
                || acting) {
            addHeader(
                    operation,
                    "If-Match",
                    true,
                    "`ETag` of the record as you read it; `*` for any.");
            addRefusal(operation, "412");
            addRefusal(operation, "428");
        }
        if (method == PathItem.HttpMethod.POST
                && (operation.getExtensions() == null
                        || !operation.getExtensions().containsKey("x-bulk"))) {
            addHeader(
                    operation,
                    "Idempotency-Key",
                    false,
                    "Any text of up to 255 characters; repeating the request with it gives the first answer again.");
        }
        var tagged = answersWithTag(api, operation);
        if (reading && tagged) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("Still as you know it; no body."));
            addHeader(
                    operation,
                    "If-None-Match",
                    false,
                    "`ETag` you know already; 304 when it is still current.");
        }
    }

    /** A record's view has a version; then its ETag comes with it. */
    private static boolean answersWithTag(OpenAPI api, Operation operation) {
        var tagged = false;
        for (var status : List.of("200", "201")) {
            var answer =
                    operation.getResponses() == null
                            ? null
                            : operation.getResponses().getAPIResponse(status);
            if (answer == null) {
                continue;
            }
            if (status.equals("201")) {
                answer.addHeader("Location", header("Address of the new record"));
            }
            if (hasVersion(api, answer)) {
                answer.addHeader("ETag", header("Version of the record; send it as `If-Match`"));
                tagged = true;
            }
        }
        return tagged;
    }

    private static boolean hasVersion(OpenAPI api, APIResponse answer) {
        var media =
                answer.getContent() == null
                        ? null
                        : answer.getContent().getMediaType("application/json");
        if (media == null || media.getSchema() == null || media.getSchema().getRef() == null) {
            return false;
        }
        var ref = media.getSchema().getRef();
        var schema = api.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1));
        return schema != null
                && schema.getProperties() != null
                && schema.getProperties().containsKey("version");
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static void addRefusal(Operation operation, String status) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        var responses = operation.getResponses();
        if (!responses.hasAPIResponse(status)
                || isDefaultSecurityAnswer(responses.getAPIResponse(status))) {
            responses.addAPIResponse(
                    status,
                    OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
        }
    }

    /** Quarkus adds a bare 401 and 403 of its own. */
    private static boolean isDefaultSecurityAnswer(APIResponse response) {
        return response.getRef() == null && response.getContent() == null;
    }

    /** Numbers in parameters are counts of something, and small. */
    private static void sizeNumbers(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        operation.getParameters().stream()
                .map(Parameter::getSchema)
                .filter(Objects::nonNull)
                .filter(schema -> schema.getFormat() == null && schema.getType() != null)
                .filter(schema -> schema.getType().contains(Schema.SchemaType.INTEGER))
                .forEach(schema -> schema.setFormat("int32"));
    }

    private static void addHeader(
            Operation operation, String name, boolean required, String description) {
        operation.addParameter(
                OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.HEADER)
                        .required(required)
                        .description(description)
                        .schema(
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.STRING)
                                        .maxLength(255)));
    }

    private static APIResponse refusal(String text) {
        return OASFactory.createAPIResponse()
                .description(text)
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        "application/problem+json",
                                        OASFactory.createMediaType()
                                                .schema(
                                                        OASFactory.createSchema()
                                                                .ref(
                                                                        "#/components/schemas/Problem"))));
    }
}
