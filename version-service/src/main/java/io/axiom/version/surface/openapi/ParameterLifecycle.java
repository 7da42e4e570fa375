package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Lifecycle;
import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Deprecation and sunset of a parameter. */
record ParameterLifecycle(Messages messages, Location at, Parameter previous, Parameter current) {

    void compare() {
        if (previous.deprecated() && !current.deprecated()) {
            messages.report().add("request-parameter-reactivated", at);
        } else if (!previous.deprecated() && current.deprecated() && messages.stability() != null) {
            deprecated(messages.stability());
        } else if (current.deprecated()) {
            sunset();
        }
    }

    private void deprecated(StabilityLevel level) {
        JsonNode sunset = current.node().get(Lifecycle.SUNSET);
        Lifecycle lifecycle = messages.comparison().lifecycle();
        if (sunset == null) {
            boolean asked = lifecycle.days(level) > 0;
            messages.report()
                    .add(asked ? "request-parameter-deprecated-sunset-missing" : "request-parameter-deprecated", at);
            return;
        }
        LocalDate date = Lifecycle.date(sunset);
        String rule = date == null
                ? "request-parameter-sunset-parse"
                : lifecycle.tooSoon(date, level)
                        ? "request-parameter-sunset-date-too-small"
                        : "request-parameter-deprecated";
        messages.report().add(rule, at, Nodes.text(sunset), null, Nodes.text(sunset));
    }

    private void sunset() {
        JsonNode before = previous.node().get(Lifecycle.SUNSET);
        JsonNode after = current.node().get(Lifecycle.SUNSET);
        if (before == null || before.equals(after)) {
            return;
        }
        if (after == null) {
            messages.report().removed("request-parameter-sunset-deleted", at, before);
            return;
        }
        LocalDate date = Lifecycle.date(after);
        LocalDate dateBefore = Lifecycle.date(before);
        StabilityLevel level = messages.stability();
        if (date == null || dateBefore == null) {
            String wrong = Nodes.text(date == null ? after : before);
            messages.report().add("request-parameter-sunset-parse", at, wrong, Nodes.text(before), Nodes.text(after));
        } else if (level != null
                && dateBefore.isAfter(date)
                && messages.comparison().lifecycle().tooSoon(date, level)) {
            String rule = "request-parameter-sunset-date-changed-too-small";
            messages.report().add(rule, at, "", Nodes.text(before), Nodes.text(after));
        }
    }
}
