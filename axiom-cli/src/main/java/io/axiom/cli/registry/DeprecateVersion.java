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
        name = "deprecate",
        description = "Advise against a version; what runs it keeps running.",
        footer = {
            "  axiom version deprecate shop-agent 1.0.0 --replacement 1.1.0 --reason 'Superseded'",
            "  axiom version deprecate shop-agent 1.0.0 --from 2027-03-01 --reason 'Superseded'"
        })
final class DeprecateVersion extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<version>", description = "The version.")
    private String version = "";

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    private @Nullable String reason;

    @Option(names = "--replacement", paramLabel = "<version>", description = "What to use instead.")
    private @Nullable String replacement;

    @Option(names = "--from", paramLabel = "<date>", description = "The day it starts to hold (default: now).")
    private @Nullable String from;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "components", component, "versions", version, "deprecate"),
                        new Fields()
                                .with("reason", reason(reason))
                                .with("replacement", replacement)
                                .with("from", from));
        show(
                answer,
                () -> line(ink().good("✔") + " " + component + " " + version + " is deprecated"
                        + (from == null ? "." : " from " + from + ".")));
        return ExitCode.DONE;
    }
}
