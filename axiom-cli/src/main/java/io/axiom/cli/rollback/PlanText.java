package io.axiom.cli.rollback;

import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Times;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.RollbackPlan.Change;
import io.axiom.language.deployment.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What going back would do, to be read before it is done. */
final class PlanText {
    private final Ink ink;
    private final ZoneId zone;

    PlanText(Ink ink, ZoneId zone) {
        this.ink = ink;
        this.zone = zone;
    }

    List<String> lines(RollbackPlan plan) {
        List<String> lines = new ArrayList<>();
        Instant at = plan.at();
        lines.add(ink.strong("Plan") + " to take " + plan.environment() + " back to " + Ink.clean(plan.to())
                + " (deployment@" + plan.position() + (at == null ? "" : ", " + Times.moment(at, zone)) + ")");
        lines.add("");
        plan.changes().forEach(change -> change(change, lines));
        plan.warnings().forEach(warning -> lines.add("  ! " + Ink.clean(warning)));
        if (!plan.warnings().isEmpty()) {
            lines.add("");
        }
        lines.add("Plan: " + count(plan) + ".  Hash: " + plan.hash());
        return lines;
    }

    private void change(Change change, List<String> lines) {
        Release from = change.from();
        Release to = change.toRelease();
        String sign = from == null ? ink.good("+") : to == null ? ink.bad("-") : ink.busy("~");
        lines.add("  " + sign + ' ' + ink.strong(change.component()) + "  " + name(from) + " → " + name(to) + "  "
                + grade(change));
        if (!change.detail().isBlank()) {
            lines.add("      " + Ink.clean(change.detail()));
        }
        configuration(from, to, lines);
        int number = 1;
        for (Step step : change.steps()) {
            lines.add("      " + ink.faint(number++ + ".") + ' ' + Ink.clean(step.describe()));
        }
        lines.add("");
    }

    private static String name(@Nullable Release release) {
        return release == null ? "nothing" : release.id();
    }

    private String grade(Change change) {
        return switch (change.grade()) {
            case LOSSLESS -> ink.good("lossless");
            case LOSES_LATER_DATA -> ink.bad("loses later data");
            case IRREVERSIBLE -> ink.bad("irreversible");
        };
    }

    /** Settings that differ, as a diff. */
    private void configuration(@Nullable Release from, @Nullable Release to, List<String> lines) {
        if (from == null || to == null) {
            return;
        }
        Map<String, String> before = from.configuration().values();
        Map<String, String> after = to.configuration().values();
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            String was = before.get(key);
            String will = after.get(key);
            if (was != null && !was.equals(will)) {
                lines.add("      " + ink.bad("- " + Ink.clean(key + '=' + was)));
            }
            if (will != null && !will.equals(was)) {
                lines.add("      " + ink.good("+ " + Ink.clean(key + '=' + will)));
            }
        }
    }

    private static String count(RollbackPlan plan) {
        if (plan.changes().isEmpty()) {
            return "nothing to change";
        }
        Map<String, Integer> grades = new TreeMap<>();
        plan.changes()
                .forEach(change -> grades.merge(
                        change.grade().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), 1, Integer::sum));
        int components = plan.changes().size();
        StringBuilder text = new StringBuilder(components + (components == 1 ? " component" : " components"));
        grades.forEach(
                (grade, number) -> text.append(", ").append(number).append(' ').append(grade));
        return text.toString();
    }
}
