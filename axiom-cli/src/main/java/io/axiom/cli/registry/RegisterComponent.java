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
        name = "register",
        description = "Register a component, so that it can have versions.",
        footer = "  axiom component register shop-agent --description 'Answers customers'")
final class RegisterComponent extends Action {
    @Parameters(paramLabel = "<name>", description = "Lower-case letters, digits and hyphens.")
    private String name = "";

    @Option(names = "--description", paramLabel = "<text>", description = "What it is, in a few words.")
    private @Nullable String description;

    @Override
    protected int run() {
        JsonNode answer = api().post(
                        Resource.of("api", "components"),
                        new Fields().with("name", name).with("description", description));
        show(answer, () -> {
            line(ink().good("✔") + " " + name + " is registered.");
            line("  Next: " + session().command() + " version create " + name + " 1.0.0 -- <command to start it>");
        });
        return ExitCode.DONE;
    }
}
