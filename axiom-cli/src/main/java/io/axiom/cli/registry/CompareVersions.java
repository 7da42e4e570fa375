package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Card;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Table;
import io.axiom.language.version.comparison.DependencyDifference;
import io.axiom.language.version.comparison.SurfaceDifference;
import io.axiom.language.version.comparison.VersionChanges;
import io.axiom.language.version.comparison.VersionComparison;
import io.axiom.language.version.comparison.VersionUsage;
import io.axiom.language.version.surface.SurfaceComparison;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "compare",
        description = "Show two versions side by side: changelog, surfaces, dependencies, and where they run.",
        footer = "  axiom version compare shop-agent 1.0.0 2.0.0")
final class CompareVersions extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<from>", description = "The one version.")
    private String from = "";

    @Parameters(index = "2", paramLabel = "<to>", description = "The other version.")
    private String to = "";

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "components", component, "compare")
                .with("from", from)
                .with("to", to));
        show(answer, () -> {
            VersionComparison comparison = Api.as(answer, VersionComparison.class);
            List<VersionUsage> usage = comparison.usage();
            new Card()
                    .line("Versions", comparison.from() + " → " + comparison.to())
                    .line("Raises", comparison.raises())
                    .line(
                            "Compatibility",
                            comparison.compatibility().level().word() + ", risk "
                                    + comparison.compatibility().riskLevel().word() + ", decided by "
                                    + comparison.compatibility().decidedBy().word())
                    .print(out());
            if (usage != null) {
                usage.forEach(used -> line(used.version() + " runs in "
                        + (used.environments().isEmpty() ? "no environment" : String.join(", ", used.environments()))
                        + "."));
            }
            changelog(comparison.changelog());
            dependencies(comparison.dependencies());
            surfaces(comparison.surfaces());
        });
        return ExitCode.DONE;
    }

    private void changelog(List<VersionChanges> changelog) {
        line("");
        line(ink().strong("Changelog"));
        for (VersionChanges changes : changelog) {
            line("  " + changes.version());
            changes.breakingChanges().forEach(change -> line("    ✖ " + Ink.clean(change)));
            changes.changes().forEach(change -> line("    · " + Ink.clean(change)));
        }
    }

    private void dependencies(List<DependencyDifference> dependencies) {
        line("");
        Table table = new Table("DEPENDENCY", "BECAME", "FROM", "TO", "RANGE IS");
        dependencies.forEach(dependency -> table.row(
                dependency.component(),
                dependency.difference().word(),
                dependency.from(),
                dependency.to(),
                dependency.relation() == null ? null : dependency.relation().word()));
        table.print(out(), "No dependencies.");
    }

    private void surfaces(List<SurfaceDifference> surfaces) {
        line("");
        Table table = new Table("SURFACE", "BECAME", "VERDICT", "CHANGES");
        for (SurfaceDifference surface : surfaces) {
            SurfaceComparison changed = surface.comparison();
            table.row(
                    surface.kind().word() + " " + surface.name(),
                    surface.difference().word(),
                    changed == null ? null : changed.verdict().word(),
                    changed == null ? null : changed.changes().size());
        }
        table.print(out(), "No surfaces.");
    }
}
