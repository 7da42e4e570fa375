package io.axiom.cli.deployment;

import picocli.CommandLine.Command;

/** {@code axiom retry}. */
@Command(
        name = "retry",
        description = "Try the failed step of a failed deployment or rollback again.",
        footer = "  axiom retry production.shop-agent.7")
public final class Retry extends Steering {
    @Override
    protected String verb() {
        return "retry";
    }

    @Override
    protected String taken() {
        return "tries again";
    }
}
