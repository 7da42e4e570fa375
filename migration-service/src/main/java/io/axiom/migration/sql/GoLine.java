package io.axiom.migration.sql;

/** A line with nothing but {@code GO} and, perhaps, a number: the end of a batch for SQL Server's clients. */
final class GoLine {
    private GoLine() {}

    /** Whether the word GO at this offset stands alone in its line. */
    static boolean is(String text, int go) {
        int before = go;
        while (before > 0 && isBlank(text.charAt(before - 1))) {
            before--;
        }
        int after = end(text, go);
        boolean startsLine = before == 0 || isLineEnd(text.charAt(before - 1));
        return startsLine && (after == text.length() || isLineEnd(text.charAt(after)));
    }

    /** The offset after GO and its number. */
    static int end(String text, int go) {
        int end = go + 2;
        while (end < text.length() && (isBlank(text.charAt(end)) || Lexer.isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
