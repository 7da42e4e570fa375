package io.axiom.migration.sql;

import io.axiom.migration.sql.Lexis.Feature;

/** Where strings and quoted names start and end. */
final class Quotes {
    private final String text;
    private final Lexis lexis;

    Quotes(String text, Lexis lexis) {
        this.text = text;
        this.lexis = lexis;
    }

    /** The offset after what is quoted from here, or -1 where nothing is. */
    int end(int at, boolean dollars) {
        char first = text.charAt(at);
        return switch (first) {
            case '\'' -> closing(at, '\'', lexis.has(Feature.BACKSLASH_ESCAPES));
            case '"' -> closing(at, '"', lexis.has(Feature.BACKSLASH_ESCAPES));
            case '`' -> lexis.has(Feature.BACKTICK_NAMES) ? closing(at, '`', false) : -1;
            case '[' -> lexis.has(Feature.BRACKET_NAMES) ? bracket(at) : -1;
            case '$' -> lexis.has(Feature.DOLLAR_QUOTES) && dollars ? dollar(at) : -1;
            case 'e', 'E' ->
                lexis.has(Feature.ESCAPE_STRINGS) && charAt(at + 1) == '\'' ? closing(at + 1, '\'', true) : -1;
            case 'u', 'U' -> unicode(at);
            default -> -1;
        };
    }

    /** Whether what is quoted from here is a name. */
    boolean isName(int at) {
        return switch (text.charAt(at)) {
            case '"' -> !lexis.has(Feature.DOUBLE_QUOTED_STRINGS);
            case '`', '[' -> true;
            case 'u', 'U' -> charAt(at + 2) == '"';
            default -> false;
        };
    }

    private int unicode(int at) {
        boolean prefix = lexis.has(Feature.ESCAPE_STRINGS) && charAt(at + 1) == '&';
        char quote = prefix ? charAt(at + 2) : '\0';
        return quote == '\'' || quote == '"' ? closing(at + 2, quote, false) : -1;
    }

    /** Where there is no end, the last quote read is named: a doubled one is as likely the stray one as the first. */
    private int closing(int first, char quote, boolean backslash) {
        int last = first;
        for (int at = first + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && backslash) {
                at++;
            } else if (c == quote && charAt(at + 1) == quote) {
                at++;
                last = at;
            } else if (c == quote) {
                return at + 1;
            }
        }
        throw UnreadableSql.unclosed(last, String.valueOf(quote));
    }

    private int bracket(int at) {
        int close = text.indexOf(']', at);
        if (close < 0) {
            throw UnreadableSql.unclosed(at, "[");
        }
        return close + 1;
    }

    private int dollar(int at) {
        int tagEnd = at + 1;
        while (tagEnd < text.length() && Lexer.isWordPart(text.charAt(tagEnd)) && text.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        if (charAt(tagEnd) != '$' || Lexer.isDigit(text.charAt(at + 1))) {
            return -1;
        }
        String tag = text.substring(at, tagEnd + 1);
        int close = text.indexOf(tag, tagEnd + 1);
        if (close < 0) {
            throw UnreadableSql.unclosed(at, tag);
        }
        return close + tag.length();
    }

    private char charAt(int at) {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
