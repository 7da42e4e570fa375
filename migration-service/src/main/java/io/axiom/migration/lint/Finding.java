package io.axiom.migration.lint;

import org.jspecify.annotations.Nullable;

/**
 * Something a rule found.
 *
 * @param rule its stable id
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param statement number of the statement, from 1; 0 where none is meant
 * @param message what is there and what happens because of it
 * @param instead what to do instead
 * @param allowedBecause the reason given in the file for letting it be, else null
 */
public record Finding(
        String rule,
        Severity severity,
        int line,
        int column,
        int statement,
        String message,
        String instead,
        @Nullable String allowedBecause) {

    /** Whether nobody has allowed it. */
    public boolean isOpen() {
        return allowedBecause == null;
    }

    Finding allowed(String reason) {
        return new Finding(rule, severity, line, column, statement, message, instead, reason);
    }
}
