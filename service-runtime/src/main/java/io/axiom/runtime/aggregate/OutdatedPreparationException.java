package io.axiom.runtime.aggregate;

/**
 * Thrown by {@link Decider#decide} when what a {@link Preparation} found no longer holds in the aggregate's state. The command is
 * prepared and decided again; nobody outside sees it. Has no stack trace: it is an answer, not a fault.
 */
public final class OutdatedPreparationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what moved in between */
    public OutdatedPreparationException(String message) {
        super(message, null, false, false);
    }
}
