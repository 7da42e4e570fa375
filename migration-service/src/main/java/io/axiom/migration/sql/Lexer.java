package io.axiom.migration.sql;

/** Cuts text into tokens, one at a time, copying nothing. Linear in the length of the text. */
public final class Lexer {
    private final String text;
    private final Quotes quotes;
    private final Comments comments;
    private String delimiter = ";";
    private TokenKind kind = TokenKind.SPACE;
    private int start;
    private int end;
    private int versioned;

    public Lexer(String text, Lexis lexis) {
        this.text = text;
        this.quotes = new Quotes(text, lexis);
        this.comments = new Comments(text, lexis);
    }

    public TokenKind kind() {
        return kind;
    }

    /** Offset of the token's first character. */
    public int start() {
        return start;
    }

    /** Offset after the token's last character. */
    public int end() {
        return end;
    }

    /** The token as written. */
    public String word() {
        return text.substring(start, end);
    }

    /** Whether the token is this word, in any case. */
    public boolean is(String word) {
        return kind == TokenKind.WORD
                && end - start == word.length()
                && text.regionMatches(true, start, word, 0, end - start);
    }

    /** Whether the token is this symbol. */
    public boolean isSymbol(char symbol) {
        return kind == TokenKind.SYMBOL && end - start == 1 && text.charAt(start) == symbol;
    }

    String delimiter() {
        return delimiter;
    }

    void delimiter(String chosen) {
        delimiter = chosen;
    }

    /** Goes on from another place. */
    void seek(int offset) {
        end = offset;
    }

    /**
     * Reads the next token.
     *
     * @throws UnreadableSql when a string, name or comment has no end
     */
    public TokenKind next() {
        start = end;
        if (start >= text.length()) {
            kind = TokenKind.END;
        } else if (delimits(start)) {
            kind = TokenKind.DELIMITER;
            end = start + delimiter.length();
        } else {
            kind = read(text.charAt(start));
        }
        return kind;
    }

    private TokenKind read(char first) {
        if (isSpace(first, start)) {
            end = run(start + 1, Lexer::isSpace);
            return TokenKind.SPACE;
        }
        int comment = comments.end(start);
        if (comment > start) {
            end = comment;
            return TokenKind.COMMENT;
        }
        int opened = comments.versionedStart(start);
        if (opened > start) {
            versioned++;
            end = opened;
            return TokenKind.VERSIONED_OPEN;
        }
        if (versioned > 0 && text.startsWith("*/", start)) {
            versioned--;
            end = start + 2;
            return TokenKind.VERSIONED_CLOSE;
        }
        return readSolid(first);
    }

    private TokenKind readSolid(char first) {
        int quoted = quotes.end(start, delimiter.equals(";"));
        if (quoted > start) {
            end = quoted;
            return quotes.isName(start) ? TokenKind.QUOTED : TokenKind.STRING;
        }
        if (first == '$' && isDigit(peek(1))) {
            end = run(start + 1, (c, at) -> isDigit(c));
            return TokenKind.PARAMETER;
        }
        if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
            end = number();
            return TokenKind.NUMBER;
        }
        if (isWordPart(first)) {
            end = run(start + 1, (c, at) -> isWordPart(c));
            return TokenKind.WORD;
        }
        end = symbol(first);
        return TokenKind.SYMBOL;
    }

    private int number() {
        int at = start + 1;
        while (at < text.length() && !delimits(at)) {
            char c = text.charAt(at);
            boolean sign = (c == '+' || c == '-')
                    && isExponent(at - 1)
                    && at + 1 < text.length()
                    && isDigit(text.charAt(at + 1));
            boolean point = c == '.' && text.charAt(at - 1) != '.';
            if (!isWordPart(c) && !sign && !point) {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean isExponent(int at) {
        char c = text.charAt(at);
        return (c == 'e' || c == 'E') && isDigit(text.charAt(at - 1)) && !text.regionMatches(true, start, "0x", 0, 2);
    }

    private int symbol(char first) {
        if (first == ':') {
            return start + (peek(1) == ':' || peek(1) == '=' ? 2 : 1);
        }
        return isOperator(first)
                ? run(start + 1, (c, at) -> isOperator(c) && !comments.startsAt(at) && !closesVersioned(at))
                : start + 1;
    }

    private boolean closesVersioned(int at) {
        return versioned > 0 && text.startsWith("*/", at);
    }

    private interface Part {
        boolean at(char c, int offset);
    }

    private int run(int from, Part part) {
        int at = from;
        while (at < text.length() && part.at(text.charAt(at), at) && !delimits(at)) {
            at++;
        }
        return at;
    }

    private boolean delimits(int at) {
        return text.charAt(at) == delimiter.charAt(0) && (delimiter.length() == 1 || text.startsWith(delimiter, at));
    }

    private char peek(int ahead) {
        return start + ahead < text.length() ? text.charAt(start + ahead) : '\0';
    }

    private static boolean isSpace(char c, int at) {
        return c == ' ' || (c >= '\t' && c <= '\r') || (c == '\uFEFF' && at == 0);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }

    private static boolean isOperator(char c) {
        return "+-*/<>=~!@#%^&|?".indexOf(c) >= 0;
    }
}
