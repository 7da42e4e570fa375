package io.axiom.migration.sql;

import java.util.Optional;

/** The author's order to end statements with something else than a semicolon. */
final class DelimiterOrder {
    private static final int LONGEST = 64;

    private DelimiterOrder() {}

    /** In a comment such as {@code -- axiom:delimiter \n\n} (Atlas's {@code -- atlas:delimiter} is understood too). */
    static Optional<String> in(String comment) {
        String body = comment.startsWith("--") ? comment.substring(2).strip() : "";
        for (String order : new String[] {"axiom:delimiter ", "atlas:delimiter "}) {
            if (body.startsWith(order)) {
                return Optional.of(unescape(body.substring(order.length()).strip()));
            }
        }
        return Optional.empty();
    }

    /** The argument of a {@code DELIMITER} command whose keyword ends at {@code from}: up to the next blank, as mysql does. */
    static String argument(String text, int from) {
        int start = from;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        int end = start;
        while (end < text.length() && text.charAt(end) > ' ') {
            end++;
        }
        if (end == start || end - start > LONGEST) {
            throw new UnreadableSql(
                    from,
                    end == start
                            ? "DELIMITER without an argument"
                            : "DELIMITER with more than " + LONGEST + " characters",
                    "Write what ends a statement from here on, for example DELIMITER $$.");
        }
        return text.substring(start, end);
    }

    private static String unescape(String written) {
        return written.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }
}
