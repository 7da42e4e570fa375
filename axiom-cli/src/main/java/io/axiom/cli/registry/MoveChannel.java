package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "move",
        description = "Point a channel to a version; a channel that is not there is made.",
        footer = "  axiom version channel move shop-agent lts 1.4.2 --reason 'Kept for two years'")
final class MoveChannel extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<channel>", description = "The channel, such as latest or lts.")
    private String channel = "";

    @Parameters(index = "2", paramLabel = "<version>", description = "The version it points to from now on.")
    private String version = "";

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    private @Nullable String reason;

    @Override
    protected int run() {
        JsonNode answer = api().put(
                        Resource.of("api", "components", component, "channels", channel),
                        new Fields().with("version", version).with("reason", reason(reason)));
        show(answer, () -> line(ink().good("✔") + " " + component + " " + channel + " is " + version + "."));
        return ExitCode.DONE;
    }
}
