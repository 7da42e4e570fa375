package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "create",
        customSynopsis =
                "axiom version create [OPTIONS] <component> (<version> | --increment <part>) [-- <command>...]",
        description = {
            "Create a version: the number, what changed, and how an instance of it is started.",
            "An instance finds its port in $PORT; $${PORT} is replaced in each argument."
        },
        footer = {
            "  axiom version create shop-agent 1.1.0 --changelog 'Faster answers' -- java -jar /opt/shop/agent-1.1.0.jar",
            "  axiom version create shop-agent 1.1.0 --command 'java -jar /opt/shop/agent-1.1.0.jar'",
            "  axiom version create shop-agent --increment minor --prerelease beta -- /opt/shop/agent --port '$${PORT}'",
            "  axiom version create shop-agent --increment auto --git /srv/git/shop --surface openapi:orders.yaml",
            "  axiom version create shop-agent 1.1.0 --schema orders:7 --migrations /opt/shop/migrations -- /opt/shop/agent",
            "  axiom version create shop-agent 1.1.0 --dependency store=^1.2 --artifact jar:/opt/shop/agent-1.1.0.jar"
        })
final class CreateVersion extends Action {
    @Parameters(index = "0", paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @Parameters(
            index = "1..*",
            paramLabel = "<version> -- <command>",
            description =
                    "A version such as 1.2.0 (not with --increment); after -- the command that starts an instance.")
    private List<String> rest = List.of();

    @Option(
            names = "--increment",
            paramLabel = "<part>",
            completionCandidates = Increments.class,
            description = "Count up from the highest version: ${COMPLETION-CANDIDATES}.")
    private @Nullable String increment;

    @Option(names = "--prerelease", paramLabel = "<name>", description = "Identifier of a pre-release, such as beta.")
    private @Nullable String prerelease;

    @Option(names = "--changelog", paramLabel = "<text>", description = "What changed; may be given several times.")
    private List<String> changelog = List.of();

    @Option(names = "--breaking", paramLabel = "<text>", description = "What breaks; may be given several times.")
    private List<String> breaking = List.of();

    @Option(
            names = "--command",
            paramLabel = "<line>",
            description =
                    "The command as one text instead of after --; quotes hold words together, nothing else is special.")
    private @Nullable String commandLine;

    @Option(
            names = "--workdir",
            paramLabel = "<folder>",
            description = "Where an instance runs (default: a folder of its own).")
    private @Nullable Path workdir;

    @Option(names = "--env", paramLabel = "<NAME=value>", description = "Environment of an instance; several times.")
    private Map<String, String> environment = Map.of();

    @Mixin
    private ContentOptions content = new ContentOptions();

    @Mixin
    private SchemaOptions schemas = new SchemaOptions();

    @Mixin
    private GitOptions git = new GitOptions();

    @Override
    protected int run() {
        boolean numbered = increment == null;
        if (numbered && rest.isEmpty()) {
            throw usage("Give the version (axiom version create " + component + " 1.0.0 …) or --increment.");
        }
        List<String> command = command(numbered);
        if (command.isEmpty()
                && (workdir != null || content.file().isPresent() || !environment.isEmpty() || schemas.given())) {
            throw usage("--workdir, --env, --schema and --artifact <file> say how an instance starts: give its command"
                    + " after --.");
        }
        JsonNode answer =
                api().post(Resource.of("api", "components", component, "versions"), request(numbered, command));
        show(answer, () -> {
            String version = answer.path("version").asString(numbered ? rest.getFirst() : "");
            line(ink().good("✔") + " " + component + " " + version + " is created.");
            if (answer.has("warning")) {
                line(ink().busy("! " + Ink.clean(answer.path("warning").asString(""))));
            }
            if (!command.isEmpty()) {
                line("  Next: " + session().command() + " deploy " + component + " " + version
                        + " --to <environment> --watch");
            }
        });
        return ExitCode.DONE;
    }

    private Fields request(boolean numbered, List<String> command) {
        try {
            return new Fields()
                    .with("version", numbered ? rest.getFirst() : null)
                    .with("increment", increment)
                    .with("prerelease", prerelease)
                    .with("changelog", changelog)
                    .with("breakingChanges", breaking)
                    .with("artifacts", content.artifacts())
                    .with("run", command.isEmpty() ? null : runSpec(command))
                    .with("dependencies", content.dependencies())
                    .with("git", git.source())
                    .with("commits", git.messages())
                    .with("channel", content.channel())
                    .with(
                            "surfaces",
                            content.surfaces().stream()
                                    .map(surface -> SurfaceFile.upload(surface, api()))
                                    .toList());
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private List<String> command(boolean numbered) {
        List<String> words = numbered ? rest.subList(1, rest.size()) : rest;
        if (commandLine == null) {
            return words;
        }
        if (!words.isEmpty()) {
            throw usage("Give the command after -- or with --command, not both.");
        }
        try {
            return Words.of(commandLine);
        } catch (IllegalArgumentException e) {
            throw usage("--command: " + e.getMessage());
        }
    }

    private Fields runSpec(List<String> command) {
        return new Fields()
                .with("command", command)
                .with(
                        "workingDirectory",
                        workdir == null
                                ? null
                                : workdir.toAbsolutePath().normalize().toString())
                .with("environment", environment)
                .with("artifact", content.file().map(Artifact::pin).orElse(null))
                .with("schemas", schemas.levels());
    }

    /** What the registry counts up by. */
    static final class Increments extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Increments() {
            super(List.of("major", "minor", "patch", "premajor", "preminor", "prepatch", "prerelease", "auto"));
        }
    }
}
