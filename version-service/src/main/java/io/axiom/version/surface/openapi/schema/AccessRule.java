package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.schema.Usage.Place;

/** {@code readOnly} and {@code writeOnly} of properties of a body. */
final class AccessRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        String name = site.propertyName();
        Site parent = site.parent();
        if (site.usage().place() == Place.BODY && name != null && parent != null) {
            boolean required = PropertyRule.required(parent.previous()).contains(name);
            String start = site.usage().direction().word() + (required ? "-required" : "-optional");
            access(site, start, "writeOnly", "write-only");
            access(site, start, "readOnly", "read-only");
        }
    }

    private static void access(Site site, String start, String keyword, String word) {
        boolean before = Nodes.isTrue(site.previous().get(keyword));
        boolean after = Nodes.isTrue(site.current().get(keyword));
        if (before != after) {
            String rule = start + "-property-became-" + (after ? "" : "not-") + word;
            site.reportAs(rule, site.at(), String.valueOf(before), String.valueOf(after));
        }
    }
}
