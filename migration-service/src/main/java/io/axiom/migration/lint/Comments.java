package io.axiom.migration.lint;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.Lexer;
import io.axiom.migration.sql.TokenKind;
import io.axiom.migration.sql.UnreadableSql;
import java.util.ArrayList;
import java.util.List;

/** The one-line comments of a script that give orders to the linter. */
final class Comments {
    private static final int LONGEST = 1_000;

    record Comment(String text, int offset) {}

    private Comments() {}

    static List<Comment> orders(Dialect dialect, String sql) {
        List<Comment> orders = new ArrayList<>();
        if (!sql.contains("axiom:") && !sql.contains("squawk-")) {
            return orders;
        }
        Lexer lexer = new Lexer(sql, dialect.lexis());
        try {
            while (lexer.next() != TokenKind.END) {
                if (lexer.kind() == TokenKind.COMMENT && lexer.end() - lexer.start() < LONGEST) {
                    order(lexer, orders);
                }
            }
        } catch (UnreadableSql unreadable) {
            // The splitter has told the author already; what came before still counts.
            return orders;
        }
        return orders;
    }

    private static void order(Lexer lexer, List<Comment> orders) {
        String text = lexer.word();
        String body = text.startsWith("--")
                ? text.substring(2).strip()
                : text.startsWith("#") ? text.substring(1).strip() : "";
        if (body.startsWith("axiom:") || body.startsWith("squawk-")) {
            orders.add(new Comment(body, lexer.start()));
        }
    }
}
