package io.axiom.runtime.aggregate;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;

/**
 * Turns a published command into the one its aggregate decides on, by adding what the decision needs from elsewhere (the
 * version's run specification, the environment's policy). Runs before the aggregate is loaded, and again on a retry, also when
 * the decision finds it outdated ({@link OutdatedPreparationException}). Throws {@link io.axiom.language.RejectedException} to
 * refuse.
 */
@FunctionalInterface
public interface Preparation<P extends Command> {
    Command prepare(P command, CommandContext context);

    /**
     * Whether {@code prepare} takes long (it reads a repository, compares large documents). Then the command's outcome is looked up
     * first, and a command that was handled before is not prepared again. Otherwise that look-up is saved.
     */
    default boolean isCostly() {
        return false;
    }
}
