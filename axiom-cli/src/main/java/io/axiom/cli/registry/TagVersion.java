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
        name = "tag",
        description = "Ask for an annotated tag of a version in its Git repository.",
        footer = "  axiom version tag shop-agent 1.1.0 --repository /srv/git/shop")
final class TagVersion extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "<version>", description = "The version.")
    private String version = "";

    @Option(
            names = "--repository",
            paramLabel = "<path|url>",
            description = "Where (default: the repository the version was made from).")
    private @Nullable String repository;

    @Option(
            names = "--commit",
            paramLabel = "<id>",
            description = "What, by its full id (default: what the version was made from, else HEAD).")
    private @Nullable String commit;

    @Option(names = "--tag", paramLabel = "<name>", description = "The tag's name (default: v and the number).")
    private @Nullable String tag;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "components", component, "versions", version, "tag"),
                        new Fields()
                                .with("repository", repository == null ? null : GitOptions.repository(repository))
                                .with("commit", commit)
                                .with("tag", tag));
        show(answer, () -> {
            line(ink().good("✔") + " The tag " + answer.path("tag").asString("") + " is asked for.");
            line("  What became of it: " + session().command() + " version get " + component + " " + version);
        });
        return ExitCode.DONE;
    }
}
