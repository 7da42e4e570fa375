package io.axiom.cli.deployment;

import io.axiom.cli.http.Fields;
import picocli.CommandLine.Command;

/** {@code axiom abort}. */
@Command(
        name = "abort",
        description = "Stop a deployment and put the release before it back.",
        footer = "  axiom abort production.shop-agent.7 --reason 'Wrong build' --watch")
public final class Abort extends Steering {
    @Override
    protected String verb() {
        return "abort";
    }

    @Override
    protected String taken() {
        return "is being taken back";
    }

    @Override
    protected Fields fields() {
        return new Fields().with("reason", reason(reason));
    }
}
