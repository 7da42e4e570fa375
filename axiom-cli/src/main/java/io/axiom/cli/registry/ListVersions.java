package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.cli.text.Times;
import io.axiom.language.version.VersionView;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List a component's versions.", footer = "  axiom version list shop-agent")
final class ListVersions extends Action {
    @Parameters(paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Override
    protected int run() {
        JsonNode answer = Items.all(api(), Resource.of("api", "components", component, "versions"));
        show(answer, () -> {
            Table table = new Table("VERSION", "STATUS", "CREATED", "BY", "CHANGES");
            for (VersionView version : Items.of(answer, VersionView.class)) {
                table.row(
                        version.version(),
                        status(version),
                        Times.moment(version.createdAt(), session().zone()),
                        version.createdBy(),
                        String.join("; ", version.changelog()));
            }
            table.print(
                    out(),
                    "No versions yet. Create one with: " + session().command() + " version create " + component
                            + " 1.0.0 -- <command>");
        });
        return ExitCode.DONE;
    }

    /** What is announced for a day holds from then on. */
    private String status(VersionView version) {
        String word = version.status().name().toLowerCase(Locale.ROOT);
        return version.since() == null
                ? word
                : word + " from " + Times.moment(version.since(), session().zone());
    }
}
