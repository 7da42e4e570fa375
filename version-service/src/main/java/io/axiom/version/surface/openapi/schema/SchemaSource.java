package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Document;
import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.document.Refusals;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of one document, references resolved. The same place always gives the same node, so that nodes can be told
 * apart by identity.
 */
final class SchemaSource {
    private static final ObjectNode ANYTHING = JsonNodeFactory.instance.objectNode();
    private static final ObjectNode NOTHING =
            JsonNodeFactory.instance.objectNode().set("not", JsonNodeFactory.instance.objectNode());

    private final Document document;
    private final boolean flattens;
    private final Map<JsonNode, JsonNode> combined = new IdentityHashMap<>();
    private final AllOf allOf = new AllOf(this);

    /** @param flattens whether {@code allOf} is merged where it can be */
    SchemaSource(Document document, boolean flattens) {
        this.document = document;
        this.flattens = flattens;
    }

    /** Whether a node can stand for a schema. */
    static boolean isSchema(JsonNode node) {
        return node.isObject() || node.isBoolean();
    }

    boolean flattens() {
        return flattens;
    }

    /** The schema a node stands for, as an object; {@code allOf} is left only where it cannot be merged. */
    JsonNode schema(JsonNode node) {
        JsonNode schema = written(node);
        JsonNode merged = flattens && AllOf.isIn(schema) ? allOf.merge(schema) : null;
        return merged == null ? schema : merged;
    }

    /** The same with {@code allOf} as it stands in the document. */
    JsonNode written(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? ANYTHING : NOTHING;
        }
        if (!node.isObject()) {
            throw Refusals.notAnObject(document.which(), "a schema", Nodes.describe(node));
        }
        String reference = Nodes.reference(node);
        if (reference == null) {
            return node;
        }
        JsonNode end = document.resolve(node);
        if (!document.siblingsOfReferencesCount()) {
            return written(end);
        }
        JsonNode known = combined.get(node);
        if (known == null) {
            known = combine(node, written(document.target(reference)));
            combined.put(node, known);
        }
        return known;
    }

    /** A reference with siblings means both: the siblings join the target, or stand beside it where the two conflict. */
    private static JsonNode combine(JsonNode reference, JsonNode target) {
        Map<String, JsonNode> siblings = new LinkedHashMap<>();
        reference.properties().stream()
                .filter(entry -> Keywords.matters(entry.getKey()))
                .forEach(entry -> siblings.put(entry.getKey(), entry.getValue()));
        if (siblings.isEmpty()) {
            return target;
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        boolean conflict = siblings.entrySet().stream()
                .anyMatch(
                        entry -> target.has(entry.getKey()) && !entry.getValue().equals(target.get(entry.getKey())));
        if (conflict) {
            ArrayNode parts = both.putArray("allOf").add(target);
            JsonNode own = siblings.remove("allOf");
            if (own != null) {
                own.forEach(parts::add);
            }
        } else {
            target.properties().forEach(entry -> both.set(entry.getKey(), entry.getValue()));
        }
        siblings.forEach(both::set);
        return both;
    }
}
