package io.axiom.router;

/** The router cannot start; the message says why and what to do. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message, null, false, false);
    }
}
