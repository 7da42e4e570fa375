package io.axiom.migration.sql;

/** Follows one statement and knows whether it is {@code COPY … FROM STDIN}, which lines of data follow. */
final class CopyData {
    private boolean copy;
    private boolean from;
    private boolean stdin;
    private boolean started;

    void take(Lexer token) {
        if (!started) {
            started = true;
            copy = token.is("copy");
        }
        if (copy) {
            stdin = stdin || (from && token.is("stdin"));
            from = token.is("from");
        }
    }

    boolean follows() {
        return stdin;
    }

    /** The offset of the first line after {@code at}. */
    static int firstLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** The offset of the line {@code \.} that ends the data. */
    static int lastLine(String text, int from) {
        int line = from;
        while (line < text.length()) {
            if (text.startsWith("\\.", line) && (line + 2 == text.length() || text.charAt(line + 2) < ' ')) {
                return line;
            }
            line = firstLine(text, line);
        }
        throw new UnreadableSql(from, "unclosed data of COPY FROM STDIN", "End the data with a line that is only \\.");
    }
}
