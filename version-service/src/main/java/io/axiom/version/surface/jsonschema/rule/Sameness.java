package io.axiom.version.surface.jsonschema.rule;

import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Equality of schemas by their text, which is enough where nothing in them refers elsewhere. */
final class Sameness {
    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

    private Sameness() {}

    static boolean holds(Conjunction before, Conjunction now) {
        if (before.isSplit()
                || before.isNever() != now.isNever()
                || before.members().size() != now.members().size()) {
            return false;
        }
        for (int i = 0; i < before.members().size(); i++) {
            Schema one = before.members().get(i);
            Schema other = now.members().get(i);
            if (!one.equals(other) && (one.dialect() != other.dialect() || !closed(one.node(), other.node()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether two schemas are equal and refer to nothing. */
    static boolean closed(JsonNode one, JsonNode other) {
        if (one.isObject()) {
            if (!other.isObject() || one.size() != other.size()) {
                return false;
            }
            for (Map.Entry<String, JsonNode> field : one.properties()) {
                JsonNode counterpart = other.get(field.getKey());
                if (counterpart == null
                        || REFERENCES.contains(field.getKey())
                        || !closed(field.getValue(), counterpart)) {
                    return false;
                }
            }
            return true;
        }
        if (one.isArray()) {
            if (!other.isArray() || one.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < one.size(); i++) {
                if (!closed(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }
}
