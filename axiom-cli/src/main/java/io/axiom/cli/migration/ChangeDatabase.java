package io.axiom.cli.migration;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "change",
        description = "Change where a database is, who connects, or what it lets pass.",
        footer = "  axiom database change orders --findings warn")
final class ChangeDatabase extends Action {
    @Parameters(paramLabel = "<database>", description = "The database's name.")
    private String database = "";

    @Option(names = "--jdbc", paramLabel = "<url>", description = "The JDBC URL, without a password.")
    private @Nullable String url;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    protected int run() {
        JsonNode answer = api().put(
                        Resource.of("api", "databases", database),
                        new Fields()
                                .with("url", url)
                                .with("credentials", options.credentials())
                                .with("policy", options.policy()));
        show(answer, () -> line(ink().good("✔") + " Database " + database + " is changed."));
        return ExitCode.DONE;
    }
}
