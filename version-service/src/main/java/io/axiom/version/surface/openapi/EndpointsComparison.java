package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Lifecycle;
import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The operations under {@code paths}: new, gone, or compared one by one. */
final class EndpointsComparison {
    private final Comparison comparison;

    EndpointsComparison(Comparison comparison) {
        this.comparison = comparison;
    }

    void compare() {
        JsonNode before = comparison.previous().root().path("paths");
        JsonNode after = comparison.current().root().path("paths");
        Set<String> templates = after.propertyNames().stream()
                .map(path -> PathTemplate.of(path).text())
                .collect(Collectors.toSet());
        Map<String, Endpoint> previous = Endpoint.of(comparison.previous(), before, "");
        Map<String, Endpoint> current = Endpoint.of(comparison.current(), after, "");
        current.forEach((key, endpoint) -> {
            if (!previous.containsKey(key)) {
                comparison.report().add("endpoint-added", endpoint.location());
            }
        });
        previous.forEach((key, endpoint) -> {
            Endpoint now = current.get(key);
            if (now == null) {
                removed(endpoint, !templates.contains(endpoint.template().text()));
            } else {
                new EndpointLifecycle(comparison, endpoint, now).compare();
            }
        });
        PathItems.compare(comparison, before, after);
    }

    private void removed(Endpoint endpoint, boolean wholePath) {
        Location at = endpoint.location();
        JsonNode operation = endpoint.operation();
        StabilityLevel level = StabilityLevel.of(operation);
        if (level == null) {
            String wrong = StabilityLevel.text(operation);
            comparison.report().add("api-invalid-stability-level", at, wrong, wrong, null);
            return;
        }
        boolean mayGo = wholePath && level.compareTo(StabilityLevel.BETA) < 0;
        if (mayGo || !comparison.lifecycle().includes(level)) {
            return;
        }
        String start = wholePath ? "api-path-removed" : "api-removed";
        JsonNode sunset = operation.get(Lifecycle.SUNSET);
        if (!Nodes.isTrue(operation.get("deprecated"))) {
            comparison.report().add(start + "-without-deprecation", at);
        } else if (sunset == null) {
            comparison.report().add(start + "-with-deprecation", at);
        } else {
            removed(at, start, sunset);
        }
    }

    private void removed(Location at, String start, JsonNode sunset) {
        LocalDate date = Lifecycle.date(sunset);
        if (date == null) {
            comparison.report().removed("api-path-sunset-parse", at, sunset);
        } else if (comparison.lifecycle().isAhead(date)) {
            comparison.report().removed(start + "-before-sunset", at, sunset);
        } else {
            comparison.report().removed(start + "-with-deprecation", at, sunset);
        }
    }
}
