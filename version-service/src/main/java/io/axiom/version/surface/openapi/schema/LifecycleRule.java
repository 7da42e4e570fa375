package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Lifecycle;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Deprecation, sunset and stability of a part. */
final class LifecycleRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        deprecation(site);
        stability(site);
    }

    private static void deprecation(Site site) {
        boolean before = Nodes.isTrue(site.previous().get("deprecated"));
        boolean after = Nodes.isTrue(site.current().get("deprecated"));
        StabilityLevel level = site.usage().stability();
        if (before == after || level == null) {
            return;
        }
        if (!after) {
            site.report("reactivated", null, null);
            return;
        }
        Lifecycle lifecycle = site.usage().lifecycle();
        JsonNode sunset = site.current().get(Lifecycle.SUNSET);
        if (sunset == null) {
            site.report(lifecycle.days(level) > 0 ? "deprecated-sunset-missing" : "deprecated", null, null);
            return;
        }
        LocalDate date = Lifecycle.date(sunset);
        String rule = date == null
                ? "deprecated-sunset-invalid"
                : lifecycle.tooSoon(date, level) ? "sunset-date-too-small" : "deprecated-with-sunset";
        site.report(rule, null, Nodes.text(sunset));
    }

    private static void stability(Site site) {
        StabilityLevel before = StabilityLevel.of(site.previous());
        StabilityLevel after = StabilityLevel.of(site.current());
        boolean same = StabilityLevel.text(site.previous()).equals(StabilityLevel.text(site.current()));
        if (site.isRoot() || same) {
            return;
        }
        if (before == null || after == null) {
            String wrong = StabilityLevel.text(before == null ? site.previous() : site.current());
            site.usage().report().add("api-invalid-stability-level", site.at(), wrong, null, null);
        } else if (before != after && site.usage().lifecycle().includes(before)) {
            String rule = after.compareTo(before) < 0 ? "stability-decreased" : "stability-increased";
            site.report(rule, before.word(), after.word());
        }
    }
}
