package io.axiom.migration.sql.syntax;

import io.axiom.migration.sql.TokenKind;

/**
 * A token that means something: no blanks, no comments.
 *
 * @param text as written, quotes included
 * @param offset in the script, in UTF-16 units
 */
public record Token(TokenKind kind, String text, int offset) {

    /** Whether it is this word, in any case. */
    public boolean is(String word) {
        return kind == TokenKind.WORD && text.equalsIgnoreCase(word);
    }

    /** Whether it is this symbol. */
    public boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }

    public boolean isName() {
        return kind == TokenKind.WORD || kind == TokenKind.QUOTED;
    }

    /** What stands between the quotes of a string, doubled quotes resolved; the text itself for anything else. */
    public String content() {
        int first = Math.max(text.indexOf('\''), text.indexOf('"'));
        return kind == TokenKind.STRING && first >= 0 && text.length() > first + 1
                ? text.substring(first + 1, text.length() - 1).replace("''", "'")
                : text;
    }
}
