package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges one aspect of a pair of schemas. */
@FunctionalInterface
interface SchemaRule {
    void judge(Site site);

    /** A value as text; null stays null. */
    static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : Nodes.text(value);
    }
}
