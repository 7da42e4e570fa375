package io.axiom.migration.sql;

import io.axiom.language.RejectedException;
import java.util.List;

/** Cuts a script into statements as the dialect's own client does. Linear in time; holds no state. */
public final class StatementSplitter {
    private final Lexis lexis;

    private StatementSplitter(Lexis lexis) {
        this.lexis = lexis;
    }

    public static StatementSplitter of(Dialect dialect) {
        return of(dialect.lexis());
    }

    public static StatementSplitter of(Lexis lexis) {
        return new StatementSplitter(lexis);
    }

    /**
     * The statements in their order. Text without any, such as comments alone, has none.
     *
     * @throws RejectedException {@code migration.sql.unreadable} with line and column where a quote, comment, parenthesis or
     *     block has no end
     */
    public List<SqlStatement> split(String text) {
        try {
            return new Splitting(text, lexis).run();
        } catch (UnreadableSql unreadable) {
            throw unreadable.in(text);
        }
    }
}
