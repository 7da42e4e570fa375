package io.axiom.migration.sql.reader;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.Lexer;
import io.axiom.migration.sql.TokenKind;
import io.axiom.migration.sql.syntax.Token;
import java.util.ArrayList;
import java.util.List;

/** The significant tokens of one statement, without its semicolon. */
public final class Tokens {
    /** A longer statement holds rows, not structure: what is past this is not read. */
    static final int MOST = 100_000;

    private Tokens() {}

    /**
     * Reads them.
     *
     * @param base offset of the text in its script
     */
    public static List<Token> of(Dialect dialect, String text, int base) {
        Lexer lexer = new Lexer(text, dialect.lexis());
        List<Token> tokens = new ArrayList<>();
        while (tokens.size() < MOST && lexer.next() != TokenKind.END) {
            if (lexer.kind() == TokenKind.DELIMITER) {
                tokens.add(new Token(TokenKind.SYMBOL, ";", base + lexer.start()));
            } else if (lexer.kind().isSignificant()) {
                tokens.add(new Token(lexer.kind(), lexer.word(), base + lexer.start()));
            }
        }
        while (!tokens.isEmpty() && tokens.getLast().isSymbol(";")) {
            tokens.removeLast();
        }
        return tokens;
    }

    /** The tokens up to the last that stands in no parentheses: what is left of a statement whose end was not read. */
    static List<Token> outermost(List<Token> tokens) {
        int depth = 0;
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            end = depth == 0 ? i + 1 : end;
        }
        return tokens.subList(0, end);
    }
}
