package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Document;
import io.axiom.version.surface.openapi.rule.Lifecycle;
import io.axiom.version.surface.openapi.rule.Report;
import io.axiom.version.surface.openapi.schema.SchemaGraph;
import tools.jackson.databind.JsonNode;

/** The two documents under comparison and what everything that compares parts of them shares. */
record Comparison(Document previous, Document current, Lifecycle lifecycle, Report report, SchemaGraph graph) {

    /** A node of the previous document with references followed. */
    JsonNode before(JsonNode node) {
        return previous.resolve(node);
    }

    /** A node of the current document with references followed. */
    JsonNode after(JsonNode node) {
        return current.resolve(node);
    }
}
