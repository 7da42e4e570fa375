package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whether an object meets what one schema says of objects. */
final class ObjectEvaluator {
    private final Evaluator evaluator;
    private final Patterns patterns;

    ObjectEvaluator(Evaluator evaluator, Patterns patterns) {
        this.evaluator = evaluator;
        this.patterns = patterns;
    }

    Truth valid(Schema schema, JsonNode object) {
        Truth valid = Evaluator.size(schema, object.size(), "minProperties", "maxProperties");
        ObjectShape shape = ObjectShape.demanded(Conjunction.alone(schema), patterns);
        JsonNode required = schema.get("required");
        if (required != null) {
            for (JsonNode name : required) {
                valid = valid.and(Truth.of(object.has(name.asString())));
            }
        }
        Schema names = schema.child("propertyNames");
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (valid == Truth.FALSE) {
                return valid;
            }
            valid = valid.and(property(shape, property))
                    .and(evaluator.valid(names, JsonNodeFactory.instance.stringNode(property.getKey())));
        }
        valid = valid.and(dependencies(schema, object));
        boolean unsure = schema.get("unevaluatedProperties") != null
                || !shape.expressions().stream().allMatch(patterns::isUnderstood);
        return unsure ? valid.and(Truth.UNKNOWN) : valid;
    }

    private Truth property(ObjectShape shape, Map.Entry<String, JsonNode> property) {
        Truth valid = Truth.TRUE;
        for (Schema schema : shape.of(property.getKey())) {
            valid = valid.and(evaluator.valid(schema, property.getValue()));
        }
        // What additional properties must meet may not concern it: an expression may match it after all.
        boolean unsure = valid == Truth.FALSE
                && shape.expressions().stream()
                        .anyMatch(expression -> patterns.matches(expression, property.getKey()) == Truth.UNKNOWN);
        return unsure ? Truth.UNKNOWN : valid;
    }

    private Truth dependencies(Schema schema, JsonNode object) {
        Truth valid = Truth.TRUE;
        for (var dependency : Dependencies.of(List.of(schema)).entrySet()) {
            if (object.has(dependency.getKey())) {
                for (String name : dependency.getValue().required()) {
                    valid = valid.and(Truth.of(object.has(name)));
                }
                for (Schema dependent : dependency.getValue().schemas()) {
                    valid = valid.and(evaluator.valid(dependent, object));
                }
            }
        }
        return valid;
    }
}
