package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The webhooks: operations the server calls and the reader of the document answers. */
record WebhooksComparison(Comparison comparison) {

    void compare() {
        JsonNode before = comparison.previous().root().path("webhooks");
        JsonNode after = comparison.current().root().path("webhooks");
        before.propertyNames().stream()
                .filter(name -> !after.has(name))
                .forEach(name -> comparison.report().add("webhook-removed", location(name)));
        after.propertyNames().stream()
                .filter(name -> !before.has(name))
                .forEach(name -> comparison.report().add("webhook-added", location(name)));
        Map<String, Endpoint> previous = Endpoint.of(comparison.previous(), before, "webhook:");
        Map<String, Endpoint> current = Endpoint.of(comparison.current(), after, "webhook:");
        previous.forEach((key, endpoint) -> {
            Endpoint now = current.get(key);
            if (now != null) {
                StabilityLevel level = StabilityLevel.of(now.operation());
                new OperationComparison(comparison, endpoint, now, level).compareIncoming();
            } else if (after.has(name(endpoint))) {
                comparison.report().add("api-removed-without-deprecation", endpoint.location());
            }
        });
        current.forEach((key, endpoint) -> {
            if (!previous.containsKey(key) && before.has(name(endpoint))) {
                comparison.report().add("endpoint-added", endpoint.location());
            }
        });
    }

    private static String name(Endpoint endpoint) {
        return endpoint.path().substring("webhook:".length());
    }

    private static Location location(String name) {
        return new Location("", "/webhooks", "the webhook " + Nodes.quoted(name)).child(name);
    }
}
