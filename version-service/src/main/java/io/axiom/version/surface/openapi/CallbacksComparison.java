package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The callbacks of an operation: calls the server makes in return. Callbacks of callbacks are not looked at. */
record CallbacksComparison(Comparison comparison) {

    void compare(Location operation, JsonNode before, JsonNode after) {
        Location callbacks = operation.child("callbacks");
        before.properties().forEach(entry -> {
            Location at = location(callbacks, entry.getKey());
            if (after.has(entry.getKey())) {
                callbacks(at, comparison.before(entry.getValue()), comparison.after(after.get(entry.getKey())));
            } else {
                comparison.report().add("callback-removed", at);
            }
        });
        after.propertyNames().stream()
                .filter(name -> !before.has(name))
                .forEach(name -> comparison.report().add("callback-added", location(callbacks, name)));
    }

    private static Location location(Location callbacks, String name) {
        return callbacks.child(name).called("the callback " + Nodes.quoted(name));
    }

    private void callbacks(Location at, JsonNode before, JsonNode after) {
        String prefix = "callback of " + at.operation() + " at ";
        Map<String, Endpoint> previous = Endpoint.of(comparison.previous(), before, prefix);
        Map<String, Endpoint> current = Endpoint.of(comparison.current(), after, prefix);
        previous.forEach((key, endpoint) -> {
            Endpoint now = current.get(key);
            if (now == null) {
                comparison.report().add("callback-removed", at);
            } else {
                StabilityLevel level = StabilityLevel.of(now.operation());
                new OperationComparison(comparison, endpoint, now, level).compareIncoming();
            }
        });
        current.keySet().stream()
                .filter(key -> !previous.containsKey(key))
                .forEach(key -> comparison.report().add("callback-added", at));
    }
}
