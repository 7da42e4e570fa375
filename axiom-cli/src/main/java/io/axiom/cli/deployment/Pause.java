package io.axiom.cli.deployment;

import picocli.CommandLine.Command;

/** {@code axiom pause}. */
@Command(
        name = "pause",
        description = "Hold a deployment where it is; traffic stays as it is.",
        footer = "  axiom pause production.shop-agent.7 --reason 'Looking at a graph'")
public final class Pause extends Steering {
    @Override
    protected String verb() {
        return "pause";
    }

    @Override
    protected String taken() {
        return "is paused";
    }
}
