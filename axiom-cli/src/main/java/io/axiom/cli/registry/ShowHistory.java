package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.cli.text.Times;
import io.axiom.language.version.HistoryView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "history",
        description = "Show what happened to a component, or to one of its versions: the newest first.",
        footer = {"  axiom version history shop-agent", "  axiom version history shop-agent 1.1.0"})
final class ShowHistory extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "<version>", description = "Only what is about this version.")
    private @Nullable String version;

    @Override
    protected int run() {
        JsonNode answer = Items.all(
                api(), Resource.of("api", "components", component, "history").with("version", version));
        show(answer, () -> {
            Table table = new Table("POSITION", "WHEN", "BY", "WHAT");
            for (HistoryView entry : Items.of(answer, HistoryView.class)) {
                table.row(
                        "version@" + entry.position(),
                        Times.moment(entry.at(), session().zone()),
                        entry.by(),
                        entry.text());
            }
            table.print(out(), "Nothing happened to it yet.");
        });
        return ExitCode.DONE;
    }
}
