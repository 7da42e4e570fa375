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
        name = "lift-stop",
        description = "Let upgrades pass a version by again.",
        footer = "  axiom version lift-stop shop-agent 2.0.0 --reason '2.1.0 converts any store'")
final class LiftStop extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<version>", description = "The version.")
    private String version = "";

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    private @Nullable String reason;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "components", component, "versions", version, "stop", "lift"),
                        new Fields().with("reason", reason(reason)));
        show(
                answer,
                () -> line(ink().good("✔") + " Upgrades of " + component + " need not go through " + version + "."));
        return ExitCode.DONE;
    }
}
