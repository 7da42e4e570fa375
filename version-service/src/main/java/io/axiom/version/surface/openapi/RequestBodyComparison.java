package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.schema.Usage.Direction;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a request. */
record RequestBodyComparison(Messages messages, Direction direction) {
    private static final Set<String> FIELDS = Set.of("description", "content", "required");

    void compare(Location operation, @Nullable JsonNode before, @Nullable JsonNode after) {
        Location at = operation.child("requestBody").called("the request body");
        Comparison comparison = messages.comparison();
        if (before == null && after != null) {
            boolean required = Nodes.isTrue(comparison.after(after).get("required"));
            request(at, required ? "request-body-added-required" : "request-body-added-optional");
        } else if (before != null && after == null) {
            request(at, "request-body-removed");
        } else if (before != null && after != null) {
            bodies(at, comparison.before(before), comparison.after(after));
        }
    }

    private void bodies(Location at, JsonNode before, JsonNode after) {
        boolean required = Nodes.isTrue(after.get("required"));
        if (Nodes.isTrue(before.get("required")) != required) {
            request(at, required ? "request-body-became-required" : "request-body-became-optional");
        }
        String part = direction == Direction.REQUEST
                ? "the request property \"{part}\""
                : "the property \"{part}\" of the body sent";
        new ContentComparison(messages, direction, part).compare(at, before.path("content"), after.path("content"));
        UnknownFields.report(messages.comparison(), at, before, after, FIELDS);
    }

    private void request(Location at, String rule) {
        if (direction == Direction.REQUEST) {
            messages.report().add(rule, at);
        }
    }
}
