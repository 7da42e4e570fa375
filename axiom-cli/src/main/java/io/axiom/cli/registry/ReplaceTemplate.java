package io.axiom.cli.registry;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.http.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "changelog-template",
        description = "Replace the Mustache template a component's changelogs are written with.",
        footer = {
            "  axiom component changelog-template shop-agent --file changelog.mustache",
            "  axiom component changelog-template shop-agent --usual"
        })
final class ReplaceTemplate extends Action {
    @Parameters(paramLabel = "<component>", description = "The component's name.")
    private String component = "";

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    static final class Choice {
        @Option(names = "--file", required = true, paramLabel = "<file>", description = "The template.")
        private @Nullable Path file;

        @Option(names = "--usual", required = true, description = "Write changelogs as usual again.")
        private boolean usual;
    }

    @Override
    protected int run() {
        String template = choice.file == null ? null : read(choice.file);
        JsonNode answer = api().put(
                        Resource.of("api", "components", component, "changelog-template"),
                        new Fields().with("template", template));
        show(
                answer,
                () -> line(ink().good("✔") + " Changelogs of " + component
                        + (template == null ? " look as usual again." : " are written with your template.")));
        return ExitCode.DONE;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ProblemException(Problem.local(
                    "cli.template-unreadable",
                    "The template could not be read.",
                    file + ": " + e.getClass().getSimpleName(),
                    "Give a text file in UTF-8."));
        }
    }
}
