package io.axiom.eventstore;

/** This command was handled before; nothing was stored again. */
public final class DuplicateCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CommandOutcome outcome;

    public DuplicateCommandException(CommandOutcome outcome) {
        super("Command " + outcome.commandId() + " was handled before", null, false, false);
        this.outcome = outcome;
    }

    public CommandOutcome outcome() {
        return outcome;
    }
}
