package io.jointly.kit.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Lets a reference that may be null be null: the scanner says "this or null", and "an object"
 * beside it, which null is not.
 */
final class NullableReferences {
    private NullableReferences() {}

    static void mend(OpenAPI api) {
        for (var schema : api.getComponents().getSchemas().values()) {
            if (schema.getProperties() != null) {
                schema.getProperties().values().forEach(NullableReferences::mend);
            }
        }
    }

    private static void mend(Schema property) {
        if (anyIsNull(property.getAnyOf()) && !isNull(property)) {
            property.setType((List<Schema.SchemaType>) null);
        }
    }

    static boolean isNullable(Schema schema) {
        return isNull(schema) || anyIsNull(schema.getAnyOf()) || anyIsNull(schema.getOneOf());
    }

    private static boolean anyIsNull(List<Schema> choices) {
        return choices != null && choices.stream().anyMatch(NullableReferences::isNull);
    }

    private static boolean isNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
    }
}
