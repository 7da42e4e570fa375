package io.axiom.cli.deployment;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Resource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A command that changes the course of a running deployment. */
abstract class Steering extends Action {
    @Parameters(paramLabel = "<deployment>", description = "The deployment's id.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    protected @Nullable String reason;

    @Option(
            names = {"-w", "--watch"},
            description = "Follow it until it ends; its result is the exit code.")
    private boolean watch;

    /** The last part of the path: {@code promote}. */
    protected abstract String verb();

    /** What to say when it was taken: {@code goes on}. */
    protected abstract String taken();

    protected Fields fields() {
        return new Fields().with("reason", reason);
    }

    @Override
    protected final int run() {
        Api api = api();
        JsonNode answer = api.post(Resource.of("api", "deployments", id, verb()), fields());
        if (watch) {
            return new Watch(session(), api, ink(), structured()).follow(id);
        }
        show(answer, () -> {
            line(ink().good("✔") + " " + id + " " + taken() + ".");
            line("  Next: " + session().command() + " deployment get " + id + " -w");
        });
        return ExitCode.DONE;
    }
}
