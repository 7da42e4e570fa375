package io.axiom.migration.sql.reader;

import io.axiom.language.Texts;
import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.TokenKind;
import io.axiom.migration.sql.syntax.Expression;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A place among tokens. Methods named {@code take} move on only where they match, {@code expect} where they must. */
final class Cursor {
    private final Dialect dialect;
    private final List<Token> tokens;
    private final Token end;
    private int at;

    Cursor(Dialect dialect, List<Token> tokens, int endOffset) {
        this.dialect = dialect;
        this.tokens = tokens;
        this.end = new Token(TokenKind.END, "", endOffset);
    }

    /** A cursor over part of the tokens. */
    Cursor over(Expression part) {
        return new Cursor(dialect, part.tokens(), peek().offset());
    }

    Dialect dialect() {
        return dialect;
    }

    boolean isMySql() {
        return dialect.isMySqlFamily();
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : end;
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    int offset() {
        return peek().offset();
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    boolean at(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean atAny(String... words) {
        Token token = peek();
        for (String word : words) {
            if (token.is(word)) {
                return true;
            }
        }
        return false;
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    boolean take(String... words) {
        boolean match = at(words);
        at += match ? words.length : 0;
        return match;
    }

    boolean takeAny(String... words) {
        boolean match = atAny(words);
        at += match ? 1 : 0;
        return match;
    }

    boolean takeSymbol(String symbol) {
        boolean match = atSymbol(symbol);
        at += match ? 1 : 0;
        return match;
    }

    void expect(String... words) {
        if (!take(words)) {
            throw unexpected(String.join(" ", words).toUpperCase(Locale.ROOT));
        }
    }

    void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    /** Nothing may be left. */
    void expectEnd() {
        if (!atEnd()) {
            throw unexpected("the end of the statement");
        }
    }

    Name name() {
        if (!peek().isName() && !(isMySql() && peek().kind() == TokenKind.STRING)) {
            throw unexpected("a name");
        }
        Token token = next();
        return token.isName() ? Name.of(token) : new Name(token.content(), true, token.offset());
    }

    QualifiedName path() {
        List<Name> parts = new ArrayList<>();
        parts.add(name());
        while (takeSymbol(".")) {
            parts.add(name());
        }
        return new QualifiedName(parts);
    }

    List<QualifiedName> paths() {
        List<QualifiedName> paths = new ArrayList<>();
        do {
            take("only");
            paths.add(path());
            takeSymbol("*");
            if (atSymbol("(")) {
                group();
            }
        } while (takeSymbol(","));
        return paths;
    }

    /** What stands in the parentheses that open here. */
    Expression group() {
        expectSymbol("(");
        int from = at;
        int depth = 1;
        while (depth > 0) {
            if (atEnd()) {
                throw unexpected("')'");
            }
            Token token = next();
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return new Expression(tokens.subList(from, at - 1));
    }

    void takeGroup() {
        if (atSymbol("(")) {
            group();
        }
    }

    /** Everything up to a comma or a token that stops it, parentheses and brackets passed over. */
    Expression until(Predicate<Cursor> stop) {
        int from = at;
        int depth = 0;
        while (!atEnd() && !(depth == 0 && (atSymbol(",") || atSymbol(")") || (at > from && stop.test(this))))) {
            Token token = next();
            depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
            depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
        }
        return new Expression(tokens.subList(from, at));
    }

    /** Everything left. */
    Expression rest() {
        int from = Math.min(at, tokens.size());
        at = tokens.size();
        return new Expression(tokens.subList(from, at));
    }

    NotUnderstood unexpected(String wanted) {
        String found = atEnd() ? "the end of the statement" : "'" + shortened(peek().text()) + "'";
        return new NotUnderstood("expected " + wanted + " but found " + found, offset());
    }

    private static String shortened(String text) {
        return Texts.shorten(text, 41);
    }
}
