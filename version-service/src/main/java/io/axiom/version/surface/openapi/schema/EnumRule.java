package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.schema.Usage.Place;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values allowed one by one: {@code enum}, {@code const} and {@code x-extensible-enum}. */
final class EnumRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() != null) {
            return;
        }
        listed(site, site.previous().get("enum"), site.current().get("enum"));
        constant(site, site.previous().get("const"), site.current().get("const"));
        extensible(
                site, site.previous().path("x-extensible-enum"), site.current().path("x-extensible-enum"));
    }

    private static void listed(Site site, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null && after != null) {
            site.report("became-enum", null, Nodes.text(after));
            if (site.usage().place() == Place.PARAMETER && site.usage().inHeader()) {
                site.reportAs("request-header-property-became-enum", site.at(), null, Nodes.text(after));
            }
        } else if (before != null && after == null) {
            site.report("enum-removed", Nodes.text(before), null);
        } else if (before != null && after != null) {
            missing(before, after).forEach(value -> removed(site, value));
            missing(after, before).forEach(value -> site.report("enum-value-added", null, Nodes.text(value)));
        }
    }

    private static void removed(Site site, JsonNode value) {
        Usage usage = site.usage();
        if (site.isRoot() && usage.place() == Place.BODY && !usage.isRequest()) {
            site.reportAs("response-mediatype-enum-value-removed", site.at(), Nodes.text(value), null);
        } else {
            site.report("enum-value-removed", Nodes.text(value), null);
        }
    }

    private static void constant(Site site, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null && after != null) {
            site.report("const-added", null, Nodes.text(after));
        } else if (before != null && after == null) {
            site.report("const-removed", Nodes.text(before), null);
        } else if (before != null && after != null && !before.equals(after)) {
            site.report("const-changed", Nodes.text(before), Nodes.text(after));
        }
    }

    private static void extensible(Site site, JsonNode before, JsonNode after) {
        if (before.isArray() && after.isArray()) {
            missing(before, after)
                    .forEach(value -> site.report("x-extensible-enum-value-removed", Nodes.text(value), null));
        }
    }

    private static Set<JsonNode> missing(JsonNode from, JsonNode in) {
        Set<JsonNode> missing = new LinkedHashSet<>();
        from.forEach(missing::add);
        Set<JsonNode> known = new LinkedHashSet<>();
        in.forEach(known::add);
        missing.removeAll(known);
        return missing;
    }
}
