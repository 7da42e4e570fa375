package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.schema.Usage.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The default value. Where a parameter is left out it decides what happens; elsewhere it only describes. */
final class DefaultRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        Usage usage = site.usage();
        boolean always = usage.place() == Place.PARAMETER && site.isRoot() && !usage.optional();
        if (site.pair().nullWrap() != null || always) {
            return;
        }
        @Nullable JsonNode before = site.previous().get("default");
        @Nullable JsonNode after = site.current().get("default");
        if (before == null && after != null) {
            site.report("default-value-added", null, SchemaRule.text(after));
        } else if (before != null && after == null) {
            site.report("default-value-removed", SchemaRule.text(before), null);
        } else if (before != null && after != null && !before.equals(after)) {
            site.report("default-value-changed", SchemaRule.text(before), SchemaRule.text(after));
        }
    }
}
