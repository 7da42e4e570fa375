package io.axiom.version.surface.protobuf.syntax;

import io.axiom.language.RejectedException;

/** Cuts text into tokens, one at a time; white space and comments are dropped. */
final class Lexer {
    /** Longer words and numbers mean nothing to any generator. */
    private static final int MOST_CHARACTERS = 512;

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Lexer(String file, String text) {
        this.file = file;
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    Token next() {
        skipBlank();
        int column = at - lineStart + 1;
        if (at >= text.length()) {
            return new Token(Token.Kind.END, "the end of the file", line, column);
        }
        char first = text.charAt(at);
        if (isWordStart(first)) {
            return new Token(Token.Kind.WORD, word(), line, column);
        }
        if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
            return number(column);
        }
        if (first == '"' || first == '\'') {
            int startLine = line;
            StringLiteral literal = StringLiteral.read(text, at, this::error);
            at = literal.end();
            return new Token(Token.Kind.STRING, literal.bytes(), startLine, column);
        }
        if (first < ' ' || first > '~') {
            throw error("unexpected character U+%04X".formatted((int) first));
        }
        at++;
        return new Token(Token.Kind.SYMBOL, String.valueOf(first), line, column);
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return cut(start);
    }

    private Token number(int column) {
        int start = at;
        boolean hex = text.charAt(at) == '0' && (peek(1) == 'x' || peek(1) == 'X');
        boolean decimal = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean exponentSign = (c == '+' || c == '-') && !hex && at > start && isExponent(text.charAt(at - 1));
            if (!isWordPart(c) && c != '.' && !exponentSign) {
                break;
            }
            decimal |= c == '.' || (!hex && isExponent(c));
            at++;
        }
        return new Token(decimal ? Token.Kind.DECIMAL : Token.Kind.INTEGER, cut(start), line, column);
    }

    private String cut(int start) {
        if (at - start > MOST_CHARACTERS) {
            throw error("a word or number of more than " + MOST_CHARACTERS + " characters");
        }
        return text.substring(start, at);
    }

    private void skipBlank() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
            } else if (c == '/' && peek(1) == '/') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '/' && peek(1) == '*') {
                skipBlockComment();
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B') {
                at++;
            } else {
                return;
            }
        }
    }

    private void skipBlockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw error("a comment that does not end");
        }
        while (at < end + 2) {
            if (text.charAt(at) == '\n') {
                newLine();
            } else {
                at++;
            }
        }
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private RejectedException error(String what) {
        return Malformed.at(file, line, what + ".");
    }

    private static boolean isExponent(char c) {
        return c == 'e' || c == 'E';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c);
    }
}
