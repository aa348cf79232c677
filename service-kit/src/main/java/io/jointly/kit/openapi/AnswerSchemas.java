package io.jointly.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/**
 * Marks as required what is always there in an answer, so that generated clients need not ask for
 * it.
 *
 * <p>We write every property of a view, null where there is no value, unless {@link JsonInclude}
 * leaves it out. So a property of an answer is required when it can be neither null nor left out.
 * What callers send says by its own constraints what is required and is not touched, nor is what
 * goes both ways.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = AnswerSchemas.AFTER_ANSWERS)
public class AnswerSchemas implements OASFilter {
    /** Quarkus runs filters of a lower priority later; {@link CommonAnswers} has the usual one. */
    static final int AFTER_ANSWERS = 0;

    private static final DotName LEAVING_OUT = DotName.createSimple(JsonInclude.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final IndexView index;

    public AnswerSchemas(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        FreeForm.describe(api);
        NullableReferences.mend(api);
        var sent = new SchemaReach(api);
        var answered = new SchemaReach(api);
        operations(api)
                .forEach(
                        operation -> {
                            sent.addBody(operation.getRequestBody());
                            answered.addAnswers(operation.getResponses());
                        });
        var left = leftOut();
        answered.names().stream()
                .filter(name -> !sent.names().contains(name))
                .forEach(name -> require(name, api.getComponents().getSchemas().get(name), left));
    }

    private static List<Operation> operations(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return List.of();
        }
        return api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
    }

    private static void require(String name, Schema schema, Map<String, Set<String>> left) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        var absent = new HashSet<String>();
        left.forEach(
                (view, properties) -> {
                    // A generic view is described once for each of its types: PageDepartment.
                    if (name.equals(view) || (view.endsWith("*") && isOf(name, view))) {
                        absent.addAll(properties);
                    }
                });
        var required =
                new ArrayList<>(
                        Optional.ofNullable(schema.getRequired()).orElseGet(() -> List.of()));
        schema.getProperties().entrySet().stream()
                .filter(property -> !absent.contains(property.getKey()))
                .filter(property -> !NullableReferences.isNullable(property.getValue()))
                .map(Map.Entry::getKey)
                .filter(property -> !required.contains(property))
                .forEach(required::add);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean isOf(String name, String view) {
        return name.startsWith(view.substring(0, view.length() - 1));
    }

    /** By schema, the properties that are not written when there is nothing to say. */
    private Map<String, Set<String>> leftOut() {
        var left = new HashMap<String, Set<String>>();
        for (var annotation : index.getAnnotations(LEAVING_OUT)) {
            if (annotation.value() == null || annotation.value().asEnum().equals("ALWAYS")) {
                continue;
            }
            var view = viewOf(annotation);
            if (view != null) {
                left.computeIfAbsent(nameOf(view), name -> new HashSet<>())
                        .addAll(propertiesOf(annotation, view));
            }
        }
        return left;
    }

    private static ClassInfo viewOf(AnnotationInstance annotation) {
        var target = annotation.target();
        return switch (target.kind()) {
            case CLASS -> target.asClass();
            case FIELD -> target.asField().declaringClass();
            default -> null; // a record's component stands in the index as its field too
        };
    }

    private static Set<String> propertiesOf(AnnotationInstance annotation, ClassInfo view) {
        var target = annotation.target();
        return switch (target.kind()) {
            case FIELD -> Set.of(target.asField().name());
            default -> absentable(view);
        };
    }

    /** A number or a boolean has always a value. */
    private static Set<String> absentable(ClassInfo view) {
        var properties = new HashSet<String>();
        for (var field : view.fields()) {
            if (field.type().kind() != Type.Kind.PRIMITIVE) {
                properties.add(field.name());
            }
        }
        return properties;
    }

    private static String nameOf(ClassInfo view) {
        var said = view.declaredAnnotation(SCHEMA);
        var name =
                said == null || said.value("name") == null
                        ? view.simpleName()
                        : said.value("name").asString();
        return view.typeParameters().isEmpty() ? name : name + "*";
    }
}
