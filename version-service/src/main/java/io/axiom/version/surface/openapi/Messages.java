package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.rule.Report;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import io.axiom.version.surface.openapi.schema.SchemaComparison;
import io.axiom.version.surface.openapi.schema.Usage;
import io.axiom.version.surface.openapi.schema.Usage.Direction;
import io.axiom.version.surface.openapi.schema.Usage.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an operation is sent and sends: the comparison, and how settled the operation is. */
record Messages(Comparison comparison, @Nullable StabilityLevel stability) {

    Report report() {
        return comparison.report();
    }

    void body(Direction direction, Location at, String part, String mediaType, JsonNode before, JsonNode after) {
        SchemaComparison.compare(usage(Place.BODY, direction, at, part, mediaType), before, after);
    }

    void header(Location at, String part, JsonNode before, JsonNode after) {
        SchemaComparison.compare(usage(Place.HEADER, Direction.RESPONSE, at, part, ""), before, after);
    }

    private Usage usage(Place place, Direction direction, Location at, String part, String mediaType) {
        return new Usage(
                place,
                direction,
                at,
                part,
                mediaType,
                false,
                false,
                false,
                stability,
                comparison.lifecycle(),
                comparison.report(),
                comparison.graph());
    }
}
