package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.language.version.ComponentView;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(name = "list", description = "List the components.", footer = "  axiom component list")
final class ListComponents extends Action {
    @Override
    protected int run() {
        JsonNode answer = Items.all(api(), Resource.of("api", "components"));
        show(answer, () -> {
            Table table = new Table("COMPONENT", "LATEST", "VERSIONS", "DESCRIPTION");
            for (ComponentView component : Items.of(answer, ComponentView.class)) {
                table.row(component.name(), component.latestVersion(), component.versions(), component.description());
            }
            table.print(
                    out(),
                    "No components yet. Register one with: " + session().command() + " component register <name>");
        });
        return ExitCode.DONE;
    }
}
