package io.jointly.kit.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Which of the named schemas one gets to from somewhere in a description. */
final class SchemaReach {
    private final OpenAPI api;
    private final Set<String> names = new HashSet<>();

    SchemaReach(OpenAPI api) {
        this.api = api;
    }

    Set<String> names() {
        return names;
    }

    void addBody(RequestBody body) {
        if (body != null) {
            add(body.getContent());
        }
    }

    void addAnswers(APIResponses answers) {
        if (answers == null || answers.getAPIResponses() == null) {
            return;
        }
        for (var answer : answers.getAPIResponses().values()) {
            var shared =
                    answer.getRef() == null
                            ? answer
                            : api.getComponents().getResponses().get(nameIn(answer.getRef()));
            if (shared != null) {
                add(shared.getContent());
            }
        }
    }

    private void add(Content content) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(media -> add(media.getSchema()));
        }
    }

    void add(Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && names.add(nameIn(schema.getRef()))) {
            add(api.getComponents().getSchemas().get(nameIn(schema.getRef())));
        }
        if (schema.getProperties() != null) {
            addAll(schema.getProperties().values());
        }
        add(schema.getItems());
        add(schema.getAdditionalPropertiesSchema());
        addAll(schema.getAllOf());
        addAll(schema.getAnyOf());
        addAll(schema.getOneOf());
    }

    private void addAll(Collection<Schema> schemas) {
        if (schemas != null) {
            schemas.forEach(this::add);
        }
    }

    static String nameIn(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }
}
