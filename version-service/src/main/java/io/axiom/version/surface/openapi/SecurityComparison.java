package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.rule.Location;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who may call. The list of requirements is a choice; each alternative may ask for several schemes at once. Beside what came
 * and went it is told whether callers who satisfied an alternative before are refused now.
 */
record SecurityComparison(Comparison comparison) {

    void global() {
        JsonNode before = comparison.previous().root().get("security");
        JsonNode after = comparison.current().root().get("security");
        Location at = Location.DOCUMENT.child("security");
        alternatives(at, "api-global-security", before, after, true);
        tightened(at, "api-global-security-tightened", before, after);
    }

    void operation(Location at, JsonNode before, JsonNode after) {
        JsonNode own = before.get("security");
        JsonNode ownNow = after.get("security");
        alternatives(at, "api-security", own, ownNow, false);
        if (own != null || ownNow != null) {
            JsonNode effective =
                    own != null ? own : comparison.previous().root().get("security");
            JsonNode effectiveNow =
                    ownNow != null ? ownNow : comparison.current().root().get("security");
            tightened(at, "api-security-tightened", effective, effectiveNow);
        }
    }

    private void alternatives(
            Location at, String start, @Nullable JsonNode before, @Nullable JsonNode after, boolean evenEmpty) {
        SecurityAlternatives changes =
                SecurityAlternatives.of(SecurityRequirement.listed(before), SecurityRequirement.listed(after));
        changes.added().stream()
                .filter(each -> evenEmpty || !each.isEmpty())
                .forEach(each -> comparison.report().add(start + "-added", at, "", null, each.text()));
        changes.removed().stream()
                .filter(each -> evenEmpty || !each.isEmpty())
                .forEach(each -> comparison.report().add(start + "-removed", at, "", each.text(), null));
        changes.scopesAdded()
                .forEach(scope ->
                        comparison.report().add(start + "-scope-added", at, scope.scheme(), null, scope.scope()));
        changes.scopesRemoved()
                .forEach(scope ->
                        comparison.report().add(start + "-scope-removed", at, scope.scheme(), scope.scope(), null));
    }

    private void tightened(Location at, String rule, @Nullable JsonNode before, @Nullable JsonNode after) {
        List<SecurityRequirement> now = SecurityRequirement.effective(after);
        String refused = SecurityRequirement.effective(before).stream()
                .filter(was -> now.stream().noneMatch(is -> is.isWithin(was)))
                .map(SecurityRequirement::text)
                .distinct()
                .collect(Collectors.joining(", or "));
        if (!refused.isEmpty()) {
            String allowed = now.stream().map(SecurityRequirement::text).collect(Collectors.joining(", or "));
            comparison.report().add(rule, at, "", refused, allowed);
        }
    }
}
