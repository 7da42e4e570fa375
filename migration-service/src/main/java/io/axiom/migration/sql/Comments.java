package io.axiom.migration.sql;

import io.axiom.migration.sql.Lexis.Feature;

/** Where comments start and end. */
final class Comments {
    private final String text;
    private final Lexis lexis;

    Comments(String text, Lexis lexis) {
        this.text = text;
        this.lexis = lexis;
    }

    boolean startsAt(int at) {
        return isLineComment(at) || text.startsWith("/*", at);
    }

    /** The offset after the comment that starts here (the end of the line is not part of it), or -1. */
    int end(int at) {
        if (isLineComment(at)) {
            return lineEnd(at);
        }
        if (text.startsWith("/*", at) && versionedStart(at) < 0) {
            return blockEnd(at);
        }
        return -1;
    }

    /** The offset after {@code /*!40101} that starts here, or -1. */
    int versionedStart(int at) {
        if (!lexis.has(Feature.VERSIONED_COMMENTS) || !(text.startsWith("/*!", at) || text.startsWith("/*M!", at))) {
            return -1;
        }
        int end = text.indexOf('!', at) + 1;
        while (end < text.length() && Lexer.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isLineComment(int at) {
        if (text.charAt(at) == '#') {
            return lexis.has(Feature.HASH_COMMENTS);
        }
        return text.startsWith("--", at)
                && (!lexis.has(Feature.DASH_COMMENT_NEEDS_SPACE)
                        || at + 2 >= text.length()
                        || text.charAt(at + 2) <= ' ');
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int blockEnd(int at) {
        int depth = 1;
        int end = at + 2;
        while (depth > 0) {
            if (end >= text.length()) {
                throw new UnreadableSql(at, "unclosed comment '/*'", "Close it with */.");
            }
            boolean closes = text.startsWith("*/", end);
            boolean opens = lexis.has(Feature.NESTED_COMMENTS) && text.startsWith("/*", end);
            depth += opens ? 1 : closes ? -1 : 0;
            end += opens || closes ? 2 : 1;
        }
        return end;
    }
}
