package io.jointly.kit.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes a record of any kind as an object of any kind.
 *
 * <p>In Java such a record is a tree of the JSON library; without this its classes would be part of
 * our API description.
 */
final class FreeForm {
    private static final Set<String> TREES = Set.of("JsonNode", "JsonNodeType");

    private FreeForm() {}

    static void describe(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        schemas.values().stream()
                .map(Schema::getProperties)
                .filter(properties -> properties != null)
                .map(Map::values)
                .forEach(properties -> properties.forEach(FreeForm::loosen));
        TREES.forEach(api.getComponents()::removeSchema);
    }

    private static void loosen(Schema property) {
        if (property.getRef() != null && TREES.contains(SchemaReach.nameIn(property.getRef()))) {
            property.setRef(null);
            property.setType(List.of(Schema.SchemaType.OBJECT, Schema.SchemaType.NULL));
        }
    }
}
