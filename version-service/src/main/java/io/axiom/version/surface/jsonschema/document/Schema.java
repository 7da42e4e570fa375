package io.axiom.version.surface.jsonschema.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One schema (an object or a boolean) of a document. Two are equal when they are the same node of the same document. */
public final class Schema {
    private final SchemaDocument document;
    private final JsonNode node;
    private final String pointer;

    Schema(SchemaDocument document, JsonNode node, String pointer) {
        this.document = document;
        this.node = node;
        this.pointer = pointer;
    }

    public JsonNode node() {
        return node;
    }

    public String pointer() {
        return pointer;
    }

    public Dialect dialect() {
        return document.dialect();
    }

    /** The value of a keyword, of the right shape; null when absent or not understood. */
    public @Nullable JsonNode get(String keyword) {
        JsonNode value = node.get(keyword);
        return value == null || notUnderstood().contains(keyword) ? null : value;
    }

    /** Keywords with no meaning to the comparison, or with a value of the wrong shape. */
    public Set<String> notUnderstood() {
        return document.notUnderstood(node);
    }

    public @Nullable Schema child(String keyword) {
        JsonNode value = get(keyword);
        return value == null ? null : document.schema(value, Pointers.child(pointer, keyword));
    }

    /** The schemas of a keyword that holds a list; empty when absent. */
    public List<Schema> children(String keyword) {
        JsonNode list = get(keyword);
        if (list == null || !list.isArray()) {
            return List.of();
        }
        String base = Pointers.child(pointer, keyword);
        List<Schema> children = new ArrayList<>(list.size());
        for (JsonNode value : list) {
            children.add(document.schema(value, Pointers.child(base, children.size())));
        }
        return children;
    }

    /** One schema of a keyword that holds a map; null when absent or, in dependencies, a list of names. */
    public @Nullable Schema entry(String keyword, String name) {
        JsonNode map = get(keyword);
        JsonNode value = map == null ? null : map.get(name);
        return value == null || value.isArray()
                ? null
                : document.schema(value, Pointers.child(Pointers.child(pointer, keyword), name));
    }

    /** The entries of a keyword that holds a map; empty when absent. */
    public Set<Map.Entry<String, JsonNode>> entries(String keyword) {
        JsonNode map = get(keyword);
        return map == null ? Set.of() : map.properties();
    }

    /** What {@code $ref} and its kin lead to. */
    public List<Schema> references() {
        return document.references(node);
    }

    /** Whether nothing beside {@code $ref} counts. */
    public boolean isReferenceAlone() {
        return document.dialect().referenceStandsAlone()
                && node.has("$ref")
                && !references().isEmpty();
    }

    /** The keywords that validate nothing, {@code $schema} apart, which concerns the document. */
    public static Set<String> annotations() {
        return Keyword.ANNOTATIONS;
    }

    /** Whether it holds nothing but annotations and definitions, and so allows everything. */
    public boolean isUnconstrained() {
        if (!node.isObject()) {
            return node.asBoolean();
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!Keyword.isNoConstraint(field.getKey())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema that && node == that.node && document == that.document;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(node);
    }

    @Override
    public String toString() {
        return pointer + ": " + node;
    }
}
