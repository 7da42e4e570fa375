package io.axiom.version.commits;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A commit's first line, {@code type(scope)!: description} (Conventional Commits 1.0.0, items 1 to 5 and 13).
 *
 * @param breaking whether the exclamation mark is there
 */
public record CommitHeader(String type, @Nullable String scope, boolean breaking, String description) {

    /** Empty when the line is not such a header. */
    static Optional<CommitHeader> parse(String line) {
        int at = 0;
        while (at < line.length() && isTypeCharacter(line.charAt(at))) {
            at++;
        }
        String type = line.substring(0, at);
        String scope = null;
        if (line.startsWith("(", at)) {
            int end = line.indexOf(')', at);
            if (end < 0) {
                return Optional.empty();
            }
            scope = line.substring(at + 1, end).strip();
            at = end + 1;
        }
        boolean breaking = line.startsWith("!", at);
        at += breaking ? 1 : 0;
        boolean complete = !type.isEmpty() && (scope == null || isScope(scope)) && line.startsWith(": ", at);
        String description = complete ? line.substring(at + 2).strip() : "";
        return description.isEmpty()
                ? Optional.empty()
                : Optional.of(new CommitHeader(type, scope, breaking, description));
    }

    private static boolean isTypeCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static boolean isScope(String scope) {
        return !scope.isEmpty() && scope.indexOf('(') < 0;
    }
}
