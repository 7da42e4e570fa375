package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Lifecycle;
import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.rule.Report;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Stability, deprecation and sunset of an operation; then, if it is settled enough to matter, the operation itself. */
final class EndpointLifecycle {
    private final Comparison comparison;
    private final Endpoint previous;
    private final Endpoint current;
    private final JsonNode before;
    private final JsonNode after;
    private final Location at;

    EndpointLifecycle(Comparison comparison, Endpoint previous, Endpoint current) {
        this.comparison = comparison;
        this.previous = previous;
        this.current = current;
        this.before = previous.operation();
        this.after = current.operation();
        this.at = previous.location();
    }

    void compare() {
        StabilityLevel levelBefore = level(before);
        StabilityLevel level = level(after);
        if (levelBefore != null
                && level != null
                && levelBefore != level
                && lifecycle().includes(levelBefore)) {
            String rule = level.compareTo(levelBefore) < 0 ? "api-stability-decreased" : "api-stability-increased";
            report().add(rule, at, "", levelBefore.word(), level.word());
        }
        if (level == null || lifecycle().includes(level)) {
            deprecation(level);
            sunset(level);
            new OperationComparison(comparison, previous, current, level).compare();
        }
    }

    private @Nullable StabilityLevel level(JsonNode operation) {
        StabilityLevel level = StabilityLevel.of(operation);
        if (level == null && !before.equals(after)) {
            report().add("api-invalid-stability-level", at, StabilityLevel.text(operation), null, null);
        }
        return level;
    }

    private void deprecation(@Nullable StabilityLevel level) {
        boolean was = Nodes.isTrue(before.get("deprecated"));
        boolean is = Nodes.isTrue(after.get("deprecated"));
        if (was && !is) {
            report().add("endpoint-reactivated", at);
        } else if (!was && is && level != null) {
            JsonNode sunset = after.get(Lifecycle.SUNSET);
            if (sunset == null) {
                report().add(lifecycle().days(level) > 0 ? "api-deprecated-sunset-missing" : "endpoint-deprecated", at);
            } else {
                LocalDate date = Lifecycle.date(sunset);
                String rule = date == null
                        ? "api-deprecated-sunset-parse"
                        : lifecycle().tooSoon(date, level)
                                ? "api-sunset-date-too-small"
                                : "endpoint-deprecated-with-sunset";
                report().added(rule, at, sunset);
            }
        }
    }

    private void sunset(@Nullable StabilityLevel level) {
        JsonNode was = before.get(Lifecycle.SUNSET);
        JsonNode is = after.get(Lifecycle.SUNSET);
        if (!Nodes.isTrue(after.get("deprecated")) || was == null || Objects.equals(was, is)) {
            return;
        }
        if (is == null) {
            report().removed("sunset-deleted", at, was);
            return;
        }
        LocalDate date = Lifecycle.date(is);
        LocalDate dateBefore = Lifecycle.date(was);
        if (date == null || dateBefore == null) {
            report().removed("api-path-sunset-parse", at, date == null ? is : was);
        } else if (level != null && dateBefore.isAfter(date) && lifecycle().tooSoon(date, level)) {
            report().add("api-sunset-date-changed-too-small", at, "", Nodes.text(was), Nodes.text(is));
        }
    }

    private Lifecycle lifecycle() {
        return comparison.lifecycle();
    }

    private Report report() {
        return comparison.report();
    }
}
