package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.LocalPath;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.http.Resource;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(150);

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

    @Option(names = "--wait", description = "Wait until it is made, or could not be.")
    private boolean wait;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "components", component, "versions", version, "tag"),
                        new Fields()
                                .with("repository", repository == null ? null : LocalPath.absolute(repository))
                                .with("commit", commit)
                                .with("tag", tag));
        if (wait) {
            return outcome();
        }
        show(answer, () -> {
            line(ink().good("✔") + " The tag " + answer.path("tag").asString("") + " is asked for.");
            line("  What became of it: " + session().command() + " version get " + component + " " + version);
        });
        return ExitCode.DONE;
    }

    private int outcome() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode answer = tagged();
        while (answer.path("state").asString("").equals("requested") && System.nanoTime() < deadline) {
            pause();
            answer = tagged();
        }
        JsonNode found = answer;
        String name = found.path("tag").asString("");
        return switch (found.path("state").asString("")) {
            case "tagged" -> {
                show(
                        found,
                        () -> line(ink().good("✔") + " The tag " + name + " is on "
                                + found.path("commit").asString("") + "."));
                yield ExitCode.DONE;
            }
            case "failed" ->
                throw new ProblemException(Problem.local(
                        "cli.tag-failed",
                        "The tag " + name + " could not be made.",
                        found.path("failure").asString(""),
                        "Ask for it again when that is put right."));
            default ->
                throw new ProblemException(Problem.local(
                        "cli.no-outcome-yet",
                        "The tag " + name + " is not there after " + PATIENCE.toSeconds() + " s.",
                        "It will still be made.",
                        "Look again with: " + session().command() + " version get " + component + " " + version));
        };
    }

    private JsonNode tagged() {
        return api().get(Resource.of("api", "components", component, "versions", version))
                .path("tag");
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
