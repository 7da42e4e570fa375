package io.axiom.version.commits;

import java.util.Optional;

/**
 * A commit that takes another back, as {@code git revert} writes it. A revert of a revert is written {@code Reapply "…"} by
 * Git 2.43 and later; it takes back the revert.
 *
 * @param header the first line of the commit taken back
 * @param hash its id, as far as it is written
 */
public record Revert(String header, String hash) {
    private static final String SUBJECT = "Revert \"";
    private static final String AGAIN = "Reapply \"";
    private static final String STATEMENT = "This reverts commit ";

    static Optional<Revert> in(String firstLine, String rest) {
        Optional<String> hash = rest.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(STATEMENT))
                .map(line -> hexAt(line, STATEMENT.length()))
                .filter(found -> !found.isEmpty())
                .findFirst();
        String header = quoted(firstLine, SUBJECT)
                .or(() -> quoted(firstLine, AGAIN).map(original -> SUBJECT + original + '"'))
                .or(() -> CommitHeader.parse(firstLine)
                        .filter(found -> found.type().equalsIgnoreCase("revert"))
                        .map(CommitHeader::description))
                .orElse("");
        return header.isEmpty() ? Optional.empty() : hash.map(found -> new Revert(header, found));
    }

    private static Optional<String> quoted(String line, String start) {
        return line.startsWith(start) && line.endsWith("\"") && line.length() > start.length()
                ? Optional.of(line.substring(start.length(), line.length() - 1))
                : Optional.empty();
    }

    private static String hexAt(String line, int from) {
        int at = from;
        while (at < line.length() && Character.digit(line.charAt(at), 16) >= 0) {
            at++;
        }
        return line.substring(from, at);
    }
}
