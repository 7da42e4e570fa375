package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Data;
import io.axiom.cli.text.Ink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "changelog",
        description = "Show what changed: in a version, or between two. In Markdown, unless JSON or YAML is asked for.",
        footer = {
            "  axiom version changelog shop-agent 1.1.0",
            "  axiom version changelog shop-agent --from 1.0.0 --to 2.0.0"
        })
final class ShowChangelog extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<version>",
            description = "Only what changed in this version.")
    private @Nullable String version;

    @Option(names = "--from", paramLabel = "<version>", description = "The version one has (default: the beginning).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "<version>",
            description = "The version one gets (default: the highest release).")
    private @Nullable String to;

    @Option(
            names = "--web",
            paramLabel = "<url>",
            description = "The repository's page, for links (default: what is known of it).")
    private @Nullable String web;

    @Override
    protected int run() {
        if (version != null && (from != null || to != null)) {
            throw usage("Give a version, or --from and --to.");
        }
        Resource of = version == null
                ? Resource.of("api", "components", component, "changelog")
                        .with("from", from)
                        .with("to", to)
                : Resource.of("api", "components", component, "versions", version, "changelog");
        Resource changelog = of.with("web", web);
        if (structured()) {
            Data.print(axiom().output(), api().get(changelog), out());
        } else {
            api().lines(changelog.with("format", "markdown"), text -> line(Ink.clean(text)));
        }
        out().flush();
        return ExitCode.DONE;
    }
}
