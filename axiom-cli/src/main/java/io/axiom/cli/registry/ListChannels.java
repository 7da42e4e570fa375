package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Items;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Table;
import io.axiom.cli.text.Times;
import io.axiom.language.version.ChannelView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description = "List a component's channels.",
        footer = "  axiom version channel list shop-agent")
final class ListChannels extends Action {
    @Parameters(paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "components", component, "channels"));
        show(answer, () -> {
            Table table = new Table("CHANNEL", "VERSION", "SINCE", "BY", "WHY");
            for (ChannelView channel : Items.of(answer, ChannelView.class)) {
                table.row(
                        channel.channel(),
                        channel.version(),
                        Times.moment(channel.movedAt(), session().zone()),
                        channel.movedBy(),
                        channel.reason());
            }
            table.print(out(), "No channels yet: the first version makes one.");
        });
        return ExitCode.DONE;
    }
}
