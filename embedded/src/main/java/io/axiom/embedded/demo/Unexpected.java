package io.axiom.embedded.demo;

/** The demo saw something other than what it says happens; it ends with exit code 1. */
public final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unexpected(String message) {
        super(message);
    }
}
