package io.axiom.version.surface.jsonschema.document;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One schema document, scanned: every reference in it is resolved within it. Throws {@code surface.external-reference} and
 * {@code surface.reference-unresolved}; nothing is ever fetched.
 */
public final class SchemaDocument {
    private final Dialect dialect;
    private final Schema root;
    private final Map<JsonNode, Set<String>> notUnderstood;
    private final Map<JsonNode, List<Schema>> references = new IdentityHashMap<>();

    private SchemaDocument(JsonNode node, Place place, String which) {
        this.dialect = Dialect.of(node);
        DocumentScan scan = new DocumentScan(place, dialect, which);
        this.notUnderstood = scan.notUnderstood();
        this.root = schema(node, place.pointer());
        scan.references()
                .forEach((from, targets) -> references.put(
                        from,
                        targets.stream()
                                .map(target -> schema(target.node(), target.pointer()))
                                .toList()));
    }

    /**
     * Scans a schema.
     *
     * @param which how messages name the document: {@code previous} or {@code current}
     * @param pointer where the schema stands in a larger document; empty when it is the whole
     */
    public static SchemaDocument of(JsonNode node, String which, String pointer) {
        if (!node.isObject() && !node.isBoolean()) {
            throw Refusals.notASchema(which, node.isArray() ? "a list" : "a single value");
        }
        return new SchemaDocument(node, new Place(node, pointer, true), which);
    }

    public Dialect dialect() {
        return dialect;
    }

    public Schema root() {
        return root;
    }

    Schema schema(JsonNode node, String pointer) {
        return new Schema(this, node, pointer);
    }

    Set<String> notUnderstood(JsonNode node) {
        return notUnderstood.isEmpty() ? Set.of() : notUnderstood.getOrDefault(node, Set.of());
    }

    List<Schema> references(JsonNode node) {
        return references.isEmpty() ? List.of() : references.getOrDefault(node, List.of());
    }
}
