package io.axiom.language.migration;

import org.jspecify.annotations.Nullable;

/**
 * Something the linter found.
 *
 * @param severity {@code error}, {@code warning} or {@code advice}
 * @param statement its number from 1; 0 where none is meant
 * @param message what is there and what happens because of it
 * @param instead what to do instead
 * @param allowedBecause the reason given in the file for letting it be; null for an open finding
 */
public record LintFinding(
        String rule,
        String severity,
        int line,
        int column,
        int statement,
        String message,
        String instead,
        @Nullable String allowedBecause) {}
