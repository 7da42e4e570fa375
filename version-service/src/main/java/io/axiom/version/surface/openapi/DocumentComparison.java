package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Location;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The whole document, part by part. */
final class DocumentComparison {
    private static final Set<String> FIELDS = Set.of(
            "openapi",
            "info",
            "servers",
            "paths",
            "webhooks",
            "components",
            "security",
            "tags",
            "externalDocs",
            "jsonSchemaDialect",
            "$self");

    private final Comparison comparison;

    DocumentComparison(Comparison comparison) {
        this.comparison = comparison;
    }

    void compare() {
        JsonNode before = comparison.previous().root();
        JsonNode after = comparison.current().root();
        new EndpointsComparison(comparison).compare();
        new WebhooksComparison(comparison).compare();
        new SecurityComparison(comparison).global();
        new SecuritySchemesComparison(comparison).compare();
        ServersComparison.compare(comparison, Location.DOCUMENT.called("the API"), before, after);
        schemas(
                before.path("components").path("schemas"),
                after.path("components").path("schemas"));
        JsonNode dialect = before.path("jsonSchemaDialect");
        JsonNode dialectNow = after.path("jsonSchemaDialect");
        if (!Objects.equals(dialect, dialectNow)) {
            comparison
                    .report()
                    .add(
                            "schema-dialect-changed",
                            Location.DOCUMENT,
                            "",
                            dialect.asString(""),
                            dialectNow.asString(""));
        }
        UnknownFields.report(comparison, Location.DOCUMENT, before, after, FIELDS);
    }

    private void schemas(JsonNode before, JsonNode after) {
        Location schemas = new Location("", "/components/schemas", "");
        before.propertyNames().stream()
                .filter(name -> !after.has(name))
                .forEach(name -> comparison
                        .report()
                        .removed(
                                "api-schema-removed",
                                schemas.child(name).called("the schema " + Nodes.quoted(name)),
                                before.get(name)));
    }
}
