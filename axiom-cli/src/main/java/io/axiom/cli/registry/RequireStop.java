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
        name = "require-stop",
        description = "Have every upgrade over a version go through it.",
        footer = "  axiom version require-stop shop-agent 2.0.0 --reason 'Converts the store'")
final class RequireStop extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<version>", description = "The version.")
    private String version = "";

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    private @Nullable String reason;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "components", component, "versions", version, "stop"),
                        new Fields().with("reason", reason(reason)));
        show(answer, () -> line(ink().good("✔") + " Upgrades of " + component + " go through " + version + "."));
        return ExitCode.DONE;
    }
}
