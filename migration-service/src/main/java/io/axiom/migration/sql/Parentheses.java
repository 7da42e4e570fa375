package io.axiom.migration.sql;

import java.util.Arrays;

/** The parentheses open in one statement, and where each was opened. */
final class Parentheses {
    private int[] openedAt = {};
    private int depth;

    void take(Lexer token) {
        if (token.isSymbol('(') || token.kind() == TokenKind.VERSIONED_OPEN) {
            if (depth == openedAt.length) {
                openedAt = Arrays.copyOf(openedAt, Math.max(8, depth * 2));
            }
            openedAt[depth++] = token.start();
        } else if (token.isSymbol(')') || token.kind() == TokenKind.VERSIONED_CLOSE) {
            if (depth == 0) {
                throw new UnreadableSql(
                        token.start(), "unexpected ')'", "Remove it, or open the parenthesis it should close.");
            }
            depth--;
        }
    }

    boolean isBalanced() {
        return depth == 0;
    }

    void requireBalanced() {
        if (depth > 0) {
            throw new UnreadableSql(openedAt[depth - 1], "unclosed '('", "Close it before the statement ends.");
        }
    }
}
