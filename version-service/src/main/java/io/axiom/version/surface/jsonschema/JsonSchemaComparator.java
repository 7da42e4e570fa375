package io.axiom.version.surface.jsonschema;

import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceKind;
import io.axiom.version.surface.SurfaceComparator;
import io.axiom.version.surface.jsonschema.document.SchemaDocument;
import io.axiom.version.surface.jsonschema.document.SchemaText;
import io.axiom.version.surface.jsonschema.rule.Assumptions;
import io.axiom.version.surface.jsonschema.rule.Comparison;
import tools.jackson.databind.JsonNode;

/**
 * Compares two JSON Schemas (draft 4 to 2020-12; JSON or YAML text of up to 20 MB). A change is breaking when an instance that
 * was valid need not be any more, safe when all still are, undetermined where that is not known. A {@code oneOf} whose
 * alternatives may overlap now is risky. Formats and content keywords count as if validators checked them.
 *
 * <p>Throws {@link io.axiom.language.RejectedException} for text that is no schema ({@code surface.malformed}, with line and
 * column), duplicate keys ({@code surface.duplicate-key}), a {@code $ref} that leaves the document ({@code
 * surface.external-reference}; nothing is fetched) or leads nowhere ({@code surface.reference-unresolved}), and documents
 * beyond the limits ({@code surface.too-large}, {@code surface.too-deep}).
 */
public final class JsonSchemaComparator implements SurfaceComparator {
    private final Assumptions assumptions;

    public JsonSchemaComparator() {
        this(Assumptions.VALIDITY);
    }

    public JsonSchemaComparator(Assumptions assumptions) {
        this.assumptions = assumptions;
    }

    @Override
    public SurfaceKind kind() {
        return SurfaceKind.JSON_SCHEMA;
    }

    @Override
    public SurfaceComparison compare(String previous, String current) {
        return compare(SchemaText.read(previous, "previous"), SchemaText.read(current, "current"), "");
    }

    /**
     * Compares two schemas that are parts of larger documents; their references stay within themselves.
     *
     * @param pointer where both stand, as a prefix of all paths
     */
    public SurfaceComparison compare(JsonNode previous, JsonNode current, String pointer) {
        SchemaDocument before = SchemaDocument.of(previous, "previous", pointer);
        SchemaDocument now = SchemaDocument.of(current, "current", pointer);
        Comparison comparison = new Comparison(assumptions);
        comparison.compare(before.root(), now.root());
        return comparison.result(pointer);
    }
}
