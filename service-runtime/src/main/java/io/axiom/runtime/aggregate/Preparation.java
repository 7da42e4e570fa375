package io.axiom.runtime.aggregate;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;

/**
 * Turns a published command into the one its aggregate decides on, by adding what the decision needs from elsewhere (the
 * version's run specification, the environment's policy). Runs before the aggregate is loaded, and again on a retry.
 * Throws {@link io.axiom.language.RejectedException} to refuse.
 */
@FunctionalInterface
public interface Preparation<P extends Command> {
    Command prepare(P command, CommandContext context);
}
