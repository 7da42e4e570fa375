package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Lifecycle;
import io.axiom.version.surface.openapi.rule.Location;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The parameters of an operation: new, gone, or compared one by one. */
final class ParametersComparison {
    private final Messages messages;

    ParametersComparison(Messages messages) {
        this.messages = messages;
    }

    void compare(Location operation, Endpoint previous, Endpoint current) {
        Comparison comparison = messages.comparison();
        Map<String, Parameter> before = Parameter.of(comparison.previous(), previous);
        Map<String, Parameter> after = Parameter.of(comparison.current(), current);
        Map<String, Parameter> spreadBefore = ExplodedParameters.spread(comparison.previous(), before, after);
        Map<String, Parameter> spreadAfter = ExplodedParameters.spread(comparison.current(), after, before);
        spreadBefore.forEach((key, parameter) -> {
            Parameter now = spreadAfter.get(key);
            Location at = location(operation, parameter);
            if (now == null) {
                removed(at, parameter);
            } else {
                new ParameterComparison(messages, at, parameter, now).compare();
            }
        });
        spreadAfter.forEach((key, parameter) -> {
            if (!spreadBefore.containsKey(key)) {
                added(location(operation, parameter), parameter);
            }
        });
    }

    private static Location location(Location operation, Parameter parameter) {
        return new Location(operation.operation(), parameter.pointer(), parameter.subject());
    }

    private void added(Location at, Parameter parameter) {
        String rule;
        if (parameter.in().equals("path")) {
            rule = "new-request-path-parameter";
        } else {
            rule = "new-" + (parameter.required() ? "required" : "optional")
                    + (parameter.ofPath() ? "-request-default-parameter-to-existing-path" : "-request-parameter");
        }
        messages.report().add(rule, at, "", null, parameter.name());
    }

    private void removed(Location at, Parameter parameter) {
        JsonNode sunset = parameter.node().get(Lifecycle.SUNSET);
        if (!parameter.deprecated()) {
            messages.report().add("request-parameter-removed", at, "", parameter.name(), null);
        } else if (sunset == null) {
            messages.report().add("request-parameter-removed-with-deprecation", at, "", parameter.name(), null);
        } else {
            LocalDate date = Lifecycle.date(sunset);
            String rule = date == null
                    ? "request-parameter-sunset-parse"
                    : messages.comparison().lifecycle().isAhead(date)
                            ? "request-parameter-removed-before-sunset"
                            : "request-parameter-removed-with-deprecation";
            messages.report().add(rule, at, Nodes.text(sunset), Nodes.text(sunset), null);
        }
    }
}
