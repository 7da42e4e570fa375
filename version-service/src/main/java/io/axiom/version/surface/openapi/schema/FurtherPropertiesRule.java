package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import tools.jackson.databind.JsonNode;

/** {@code additionalProperties}: whether properties that are not listed may be there, and what they must match. */
final class FurtherPropertiesRule implements SchemaRule {
    private static final String KEYWORD = "additionalProperties";

    private enum Further {
        ANY,
        LIMITED,
        NONE
    }

    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() != null || Wrapping.of(site) != null) {
            return;
        }
        Further before = of(site.previous());
        Further after = of(site.current());
        if (before == after) {
            return;
        }
        String rule = switch (after) {
            case NONE -> "additional-properties-forbidden";
            case LIMITED ->
                before == Further.ANY ? "additional-properties-schema-added" : "additional-properties-allowed";
            case ANY ->
                before == Further.LIMITED ? "additional-properties-schema-removed" : "additional-properties-allowed";
        };
        site.report(rule, null, null);
    }

    /** Whether an object refuses what it does not list. */
    static boolean isClosed(JsonNode schema) {
        return of(schema) == Further.NONE || Nodes.isFalse(schema.get("unevaluatedProperties"));
    }

    private static Further of(JsonNode schema) {
        JsonNode further = schema.path(KEYWORD);
        if (Nodes.isFalse(further)) {
            return Further.NONE;
        }
        return further.isObject() && !Contract.demandsNothing(further) ? Further.LIMITED : Further.ANY;
    }
}
