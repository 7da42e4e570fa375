package io.axiom.eventstore;

import org.jspecify.annotations.Nullable;

/** PostgreSQL cannot be reached or refused for reasons that are not the caller's. Trying again later may work. */
public final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
