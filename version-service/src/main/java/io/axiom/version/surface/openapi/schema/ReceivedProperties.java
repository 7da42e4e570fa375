package io.axiom.version.surface.openapi.schema;

import static io.axiom.version.surface.openapi.schema.PropertyRule.required;

import io.axiom.version.surface.openapi.schema.PropertyRule.PropertyChanges;
import tools.jackson.databind.JsonNode;

/** Properties clients receive: what they could rely on must stay; what is write only is not received. */
record ReceivedProperties(Site site) implements PropertyChanges {
    @Override
    public void removed(String name, JsonNode property) {
        boolean reliable = required(site.previous()).contains(name);
        site.reportAs(rule(reliable, property) + "-removed", site.property(name), name, null);
    }

    @Override
    public void added(String name, JsonNode property) {
        boolean reliable = required(site.current()).contains(name);
        site.reportAs(rule(reliable, property) + "-added", site.property(name), null, name);
    }

    private String rule(boolean reliable, JsonNode property) {
        return "response-" + (reliable ? "required" : "optional")
                + (site.isUnused(property) ? "-write-only-property" : "-property");
    }

    @Override
    public void demanded(String name, JsonNode property, boolean now) {
        String rule = "response-" + (site.isUnused(property) ? "write-only-property" : "property") + "-became-"
                + (now ? "required" : "optional");
        site.reportAs(rule, site.property(name), now ? "optional" : "required", now ? "required" : "optional");
    }
}
