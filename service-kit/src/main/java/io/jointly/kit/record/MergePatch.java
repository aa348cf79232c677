package io.jointly.kit.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON Merge Patch (RFC 7396): what is absent stays, what is null goes. */
@ApplicationScoped
public class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The editable part of a record with the patch applied, valid as a whole. */
    public <T> T apply(JsonNode patch, T current, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw StandardProblem.invalid("", "is not a JSON object");
        }
        requireKnown(changes, type);
        try {
            var merged = merge(json.valueToTree(current), changes);
            var result = json.treeToValue(merged, type);
            var violations = validator.validate(result);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return result;
        } catch (JsonProcessingException e) {
            // ProblemMappers finds the cause and points at the field.
            throw new UncheckedIOException(e);
        }
    }

    /** Reading the result finds unknown fields, but not those that null has taken away before. */
    private void requireKnown(ObjectNode changes, Class<?> type) {
        var known =
                json
                        .getDeserializationConfig()
                        .introspect(json.constructType(type))
                        .findProperties()
                        .stream()
                        .map(BeanPropertyDefinition::getName)
                        .collect(Collectors.toSet());
        var errors =
                changes.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !known.contains(name))
                        .map(
                                name ->
                                        FieldError.at(
                                                "/" + FieldError.escaped(name),
                                                "is not a field of this request"))
                        .toList();
        if (!errors.isEmpty()) {
            throw StandardProblem.invalid(errors);
        }
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties()
                .forEach(
                        change -> {
                            if (change.getValue().isNull()) {
                                result.remove(change.getKey());
                            } else {
                                result.set(
                                        change.getKey(),
                                        merge(result.get(change.getKey()), change.getValue()));
                            }
                        });
        return result;
    }
}
