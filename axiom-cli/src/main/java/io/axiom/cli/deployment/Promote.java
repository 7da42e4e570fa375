package io.axiom.cli.deployment;

import io.axiom.cli.http.Fields;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code axiom promote}. */
@Command(
        name = "promote",
        description = "End the wait of a deployment's current step, and go on to the next.",
        footer = {"  axiom promote production.shop-agent.7", "  axiom promote production.shop-agent.7 --full --watch"})
public final class Promote extends Steering {
    @Option(names = "--full", description = "Skip every wait that is left.")
    private boolean full;

    @Override
    protected String verb() {
        return "promote";
    }

    @Override
    protected String taken() {
        return full ? "goes on to its end" : "goes on";
    }

    @Override
    protected Fields fields() {
        return super.fields().with("full", full ? true : null);
    }
}
