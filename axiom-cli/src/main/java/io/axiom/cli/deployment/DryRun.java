package io.axiom.cli.deployment;

import io.axiom.cli.http.Api;
import io.axiom.cli.migration.PlanText;
import io.axiom.cli.text.Ink;
import io.axiom.language.migration.view.MigrationPlanView;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The plan of a deployment that was only asked for. */
final class DryRun {
    private final Ink ink;

    DryRun(Ink ink) {
        this.ink = ink;
    }

    List<String> lines(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        String release = name(answer.path("release"));
        String previous = name(answer.path("previous"));
        lines.add(ink.strong("Plan") + " for "
                + Ink.clean(answer.path("deploymentId").asString("a deployment"))
                + (release.isEmpty() ? "" : ": " + (previous.isEmpty() ? "nothing" : previous) + " → " + release));
        for (JsonNode warning : answer.path("warnings")) {
            lines.add("  " + ink.busy("! " + Ink.clean(warning.asString(""))));
        }
        int number = 1;
        for (JsonNode step : answer.path("plan")) {
            lines.add("  " + ink.faint(String.format("%2d", number++)) + "  "
                    + Ink.clean(step.path("description").asString("")));
        }
        for (JsonNode migrations : answer.path("migrations")) {
            lines.add("");
            lines.addAll(new PlanText(ink).lines(Api.as(migrations, MigrationPlanView.class)));
        }
        lines.add("Nothing was done: this was a dry run.");
        return lines;
    }

    private static String name(JsonNode release) {
        return Ink.clean(
                release.isString() ? release.asString() : release.path("id").asString(""));
    }
}
