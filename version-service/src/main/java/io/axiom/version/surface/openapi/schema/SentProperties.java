package io.axiom.version.surface.openapi.schema;

import static io.axiom.version.surface.openapi.schema.PropertyRule.isParameter;
import static io.axiom.version.surface.openapi.schema.PropertyRule.required;

import io.axiom.version.surface.openapi.schema.PropertyRule.PropertyChanges;
import tools.jackson.databind.JsonNode;

/** Properties clients send: a new demand breaks them; what is read only is not sent. */
record SentProperties(Site site) implements PropertyChanges {
    @Override
    public void removed(String name, JsonNode property) {
        if (!site.isUnused(property)) {
            String owner = isParameter(site) ? "request-parameter-property" : "request-property";
            String end = FurtherPropertiesRule.isClosed(site.current()) ? "-refused" : "-removed";
            site.reportAs(owner + end, site.property(name), name, null);
        }
    }

    @Override
    public void added(String name, JsonNode property) {
        if (site.isUnused(property)) {
            return;
        }
        boolean demanded = required(site.current()).contains(name);
        String rule;
        if (!isParameter(site)) {
            String withDefault = property.has("default") ? "-with-default" : "";
            rule = demanded ? "new-required-request-property" + withDefault : "new-optional-request-property";
        } else if (demanded && site.usage().inHeader()) {
            rule = "new-required-request-header-property";
        } else {
            rule = demanded ? "new-required-request-parameter-property" : "new-optional-request-parameter-property";
        }
        site.reportAs(rule, site.property(name), null, name);
    }

    @Override
    public void demanded(String name, JsonNode property, boolean now) {
        if (site.isUnused(property)) {
            return;
        }
        String rule;
        if (!isParameter(site)) {
            String withDefault = property.has("default") ? "-with-default" : "";
            rule = now ? "request-property-became-required" + withDefault : "request-property-became-optional";
        } else if (now && site.usage().inHeader()) {
            rule = "request-header-property-became-required";
        } else {
            rule = "request-parameter-property-became-" + (now ? "required" : "optional");
        }
        site.reportAs(rule, site.property(name), now ? "optional" : "required", now ? "required" : "optional");
    }
}
