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
        name = "end",
        description = "End a version's life, at once or on a day; from then on channels do not point to it.",
        footer =
                "  axiom version end shop-agent 1.0.0 --at 2027-06-30 --replacement 2.0.0 --reason 'No longer maintained'")
final class EndVersion extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<version>", description = "The version.")
    private String version = "";

    @Option(names = "--at", paramLabel = "<date>", description = "The day, or a moment in ISO 8601 (default: now).")
    private @Nullable String at;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    private @Nullable String reason;

    @Option(names = "--replacement", paramLabel = "<version>", description = "What to use instead.")
    private @Nullable String replacement;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "components", component, "versions", version, "end"),
                        new Fields()
                                .with("at", at)
                                .with("reason", reason(reason))
                                .with("replacement", replacement));
        show(
                answer,
                () -> line(ink().good("✔") + " " + component + " " + version
                        + (at == null ? " has ended." : " ends at " + at + ".")));
        return ExitCode.DONE;
    }
}
