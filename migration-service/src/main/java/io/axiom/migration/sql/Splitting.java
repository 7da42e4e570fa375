package io.axiom.migration.sql;

import io.axiom.migration.sql.Lexis.Feature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over one script. */
final class Splitting {
    private final String text;
    private final Lexis lexis;
    private final Lexer token;
    private final Places places;
    private final List<SqlStatement> statements = new ArrayList<>();
    private Parentheses parentheses = new Parentheses();
    private Blocks blocks;
    private CopyData copy = new CopyData();
    private int start = -1;

    Splitting(String text, Lexis lexis) {
        this.text = text;
        this.lexis = lexis;
        this.token = new Lexer(text, lexis);
        this.places = new Places(text);
        this.blocks = new Blocks(lexis);
    }

    List<SqlStatement> run() {
        while (token.next() != TokenKind.END) {
            switch (token.kind()) {
                case SPACE -> {}
                case COMMENT -> comment();
                case DELIMITER -> delimiter();
                default -> solid();
            }
        }
        if (start >= 0) {
            requireClosed();
            finish(text.length(), null);
        }
        return List.copyOf(statements);
    }

    private void comment() {
        if (start < 0 && token.end() - token.start() < 100) {
            DelimiterOrder.in(token.word()).ifPresent(token::delimiter);
        }
    }

    private void delimiter() {
        boolean plain = token.delimiter().equals(";");
        boolean ends = !lexis.has(Feature.GO_BATCHES)
                && parentheses.isBalanced()
                && !(plain && start >= 0 && blocks.inside(token));
        if (ends && start >= 0) {
            finish(plain ? token.end() : token.start(), plain ? copyData() : null);
        } else if (ends) {
            reset();
        }
    }

    private void solid() {
        if (lexis.has(Feature.GO_BATCHES) && token.is("go") && GoLine.is(text, token.start())) {
            int from = start < 0 ? token.start() : start;
            start = from;
            requireClosed();
            finish(token.start(), null);
            token.seek(GoLine.end(text, token.start()));
            return;
        }
        if (start < 0) {
            if (lexis.has(Feature.DELIMITER_COMMAND) && token.is("delimiter")) {
                String argument = DelimiterOrder.argument(text, token.end());
                token.seek(text.indexOf(argument, token.end()) + argument.length());
                token.delimiter(argument);
                return;
            }
            refuseClientCommand();
            start = token.start();
        }
        parentheses.take(token);
        if (token.kind().isSignificant()) {
            blocks.inside(token);
            copy.take(token);
        }
    }

    private void refuseClientCommand() {
        if (lexis.has(Feature.COPY_DATA) && token.isSymbol('\\')) {
            throw new UnreadableSql(
                    token.start(),
                    "a command of the psql client, not SQL",
                    "Remove the line: only SQL is run here, not commands that start with a backslash.");
        }
    }

    private @Nullable String copyData() {
        if (!lexis.has(Feature.COPY_DATA) || !copy.follows()) {
            return null;
        }
        int from = CopyData.firstLine(text, token.end());
        int to = CopyData.lastLine(text, from);
        token.seek(to + 2);
        return text.substring(from, to);
    }

    private void requireClosed() {
        parentheses.requireBalanced();
        if (blocks.isOpen()) {
            throw new UnreadableSql(
                    blocks.openedAt(),
                    "unclosed BEGIN",
                    "End the body with END;, or set another delimiter around it where BEGIN or END is a name here.");
        }
    }

    private void finish(int limit, @Nullable String data) {
        int end = limit;
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        statements.add(
                new SqlStatement(statements.size() + 1, text.substring(start, end), places.at(start), end, data));
        reset();
    }

    private void reset() {
        start = -1;
        blocks = new Blocks(lexis);
        parentheses = new Parentheses();
        copy = new CopyData();
    }
}
