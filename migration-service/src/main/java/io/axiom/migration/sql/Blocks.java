package io.axiom.migration.sql;

import io.axiom.migration.sql.Lexis.Feature;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Follows one statement and knows whether the place reached is inside the body of a routine, where semicolons end inner
 * statements only. BEGIN and END are keywords just where an inner statement may start, so columns of these names pass.
 */
final class Blocks {
    private enum Phase {
        /** Before it is known whether the statement makes a routine. */
        OPENING,
        /** Between the routine's kind and its body. */
        HEADER,
        BODY,
        /** Not a routine, or its body is over. */
        PLAIN
    }

    private enum Open {
        BEGIN,
        CASE
    }

    /** Words such as {@code OR REPLACE DEFINER = a @ b} may stand before the kind. */
    private static final int LONGEST_OPENING = 16;

    private final Lexis lexis;
    private final Deque<Open> open = new ArrayDeque<>();
    private Phase phase = Phase.OPENING;
    private int read;
    private int openedAt;
    private boolean pendingBegin;
    private boolean pendingEnd;
    private boolean innerStart;
    private boolean innerDeclare;
    private boolean nameFollows;

    Blocks(Lexis lexis) {
        this.lexis = lexis;
        if (!lexis.has(Feature.BLOCK_BODIES) && !lexis.has(Feature.ATOMIC_BODIES)) {
            phase = Phase.PLAIN;
        }
    }

    /** Takes the next significant token or delimiter; answers whether that is inside a body. */
    boolean inside(Lexer token) {
        if (phase != Phase.PLAIN) {
            settle(token);
            switch (phase) {
                case OPENING -> opening(token);
                case HEADER -> header(token);
                case BODY -> body(token);
                case PLAIN -> {}
            }
            read++;
        }
        return phase == Phase.BODY;
    }

    /** Whether the text may not end here. */
    boolean isOpen() {
        return phase == Phase.BODY && !(pendingEnd && open.size() == 1);
    }

    /** Offset of the BEGIN whose END is missing. */
    int openedAt() {
        return openedAt;
    }

    private void settle(Lexer token) {
        if (pendingBegin) {
            pendingBegin = false;
            if (startsBody(token)) {
                phase = Phase.BODY;
                open.push(Open.BEGIN);
                innerStart = true;
            }
        } else if (pendingEnd) {
            pendingEnd = false;
            if (!(token.is("if") || token.is("loop") || token.is("while") || token.is("repeat") || token.is("for"))) {
                open.pop();
                phase = open.isEmpty() ? Phase.PLAIN : Phase.BODY;
            }
        }
    }

    private boolean startsBody(Lexer token) {
        boolean statement = token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED || token.isSymbol('(');
        boolean atomic = lexis.has(Feature.ATOMIC_BODIES) && token.is("atomic");
        return phase == Phase.OPENING
                ? lexis.has(Feature.BLOCK_BODIES) && token.is("not")
                : atomic || (lexis.has(Feature.BLOCK_BODIES) && statement);
    }

    private void opening(Lexer token) {
        boolean routine = token.is("procedure")
                || token.is("function")
                || token.is("trigger")
                || token.is("event")
                || token.is("package");
        boolean other = token.is("table") || token.is("view") || token.is("index") || token.is("as");
        if (read == 0) {
            pendingBegin = token.is("begin");
            openedAt = token.start();
            phase = pendingBegin || token.is("create") ? Phase.OPENING : Phase.PLAIN;
        } else if (routine) {
            phase = Phase.HEADER;
        } else if (other || read > LONGEST_OPENING) {
            phase = Phase.PLAIN;
        }
    }

    private void header(Lexer token) {
        if (token.is("begin") && !nameFollows) {
            pendingBegin = true;
            openedAt = token.start();
        }
        nameFollows = token.isSymbol('.')
                || token.isSymbol(',')
                || token.isSymbol('=')
                || token.isSymbol('(')
                || token.is("set")
                || token.is("return");
    }

    private void body(Lexer token) {
        if (token.is("begin") && (innerStart || innerDeclare)) {
            open.push(Open.BEGIN);
        } else if (token.is("case") && !nameFollows) {
            open.push(Open.CASE);
        } else if (token.is("end") && !nameFollows && (innerStart || open.peek() == Open.CASE)) {
            pendingEnd = true;
        }
        boolean ends = token.kind() == TokenKind.DELIMITER || token.isSymbol(';');
        innerDeclare = !ends && (innerDeclare || (innerStart && token.is("declare")));
        nameFollows = token.isSymbol('.') || (token.is("end") && pendingEnd);
        innerStart = ends || opensInner(token);
    }

    private static boolean opensInner(Lexer token) {
        return token.is("begin")
                || token.is("atomic")
                || token.is("then")
                || token.is("else")
                || token.is("do")
                || token.is("loop")
                || token.is("repeat")
                || token.isSymbol(':');
    }
}
