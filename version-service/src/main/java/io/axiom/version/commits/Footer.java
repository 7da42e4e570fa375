package io.axiom.version.commits;

import java.util.Optional;

/**
 * A token and its value at a message's end (Conventional Commits 1.0.0, items 8 to 10).
 *
 * @param separator {@code ": "} or {@code " #"}
 */
public record Footer(String token, String separator, String value) {
    private static final String BREAKING = "BREAKING CHANGE";
    private static final String BREAKING_HYPHENATED = "BREAKING-CHANGE";

    public boolean isBreaking() {
        return token.equals(BREAKING) || token.equals(BREAKING_HYPHENATED);
    }

    /** The footer that starts on this line, with the value's first line; empty when none does. */
    static Optional<Footer> startingAt(String line) {
        int end = line.startsWith(BREAKING) ? BREAKING.length() : tokenEnd(line);
        for (String separator : new String[] {": ", " #"}) {
            if (end > 0 && line.startsWith(separator, end)) {
                String value = line.substring(end + separator.length()).strip();
                return value.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Footer(line.substring(0, end), separator, value));
            }
        }
        return Optional.empty();
    }

    private static int tokenEnd(String line) {
        int at = 0;
        while (at < line.length()
                && (Character.isLetterOrDigit(line.charAt(at)) || (at > 0 && line.charAt(at) == '-'))) {
            at++;
        }
        return at;
    }

    Footer with(String continued) {
        return new Footer(token, separator, continued);
    }
}
