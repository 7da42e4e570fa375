package io.axiom.migration.run;

import io.axiom.migration.database.Engine;
import io.axiom.migration.sql.Lexer;
import io.axiom.migration.sql.Position;
import io.axiom.migration.sql.SqlStatement;
import io.axiom.migration.sql.TokenKind;
import io.axiom.migration.sql.reader.StatementReader;
import io.axiom.migration.sql.syntax.Statement;
import java.util.Locale;
import java.util.Set;

/** What the text of a statement says. */
final class Words {
    private Words() {}

    /** The first word in lower case, parentheses left out; empty where there is none. */
    static String first(Engine engine, String text) {
        Lexer lexer = new Lexer(text, engine.dialect().lexis());
        while (lexer.next() != TokenKind.END) {
            if (lexer.kind() == TokenKind.WORD) {
                return lexer.word().toLowerCase(Locale.ROOT);
            }
            if (lexer.kind().isSignificant() && !lexer.isSymbol('(')) {
                return "";
            }
        }
        return "";
    }

    static boolean anyOf(Engine engine, String text, Set<String> words) {
        Lexer lexer = new Lexer(text, engine.dialect().lexis());
        while (lexer.next() != TokenKind.END) {
            if (lexer.kind() == TokenKind.WORD && words.contains(lexer.word().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    static Statement read(Engine engine, String text) {
        SqlStatement statement = new SqlStatement(1, text, new Position(0, 1, 1), text.length(), null);
        return StatementReader.of(engine.dialect()).read(statement);
    }
}
