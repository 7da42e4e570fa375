package io.axiom.cli.deployment;

import picocli.CommandLine.Command;

/** {@code axiom resume}. */
@Command(
        name = "resume",
        description = "Let a paused deployment go on.",
        footer = "  axiom resume production.shop-agent.7")
public final class Resume extends Steering {
    @Override
    protected String verb() {
        return "resume";
    }

    @Override
    protected String taken() {
        return "goes on";
    }
}
