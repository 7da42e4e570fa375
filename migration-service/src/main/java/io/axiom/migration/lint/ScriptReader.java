package io.axiom.migration.lint;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.SqlStatement;
import io.axiom.migration.sql.reader.StatementReader;
import io.axiom.migration.sql.reader.Tokens;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.Statement;
import io.axiom.migration.sql.syntax.Statement.Transaction;
import io.axiom.migration.sql.syntax.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the statements of a script and follows its transactions. */
final class ScriptReader {
    /** PostgreSQL's NAMEDATALEN less one. */
    private static final int LONGEST_NAME = 63;

    private final Dialect dialect;
    private final LintOptions options;
    private final List<Step> steps = new ArrayList<>();
    private final NewTables newTables = new NewTables();
    private int transactions;
    private int transaction;

    ScriptReader(Dialect dialect, LintOptions options) {
        this.dialect = dialect;
        this.options = options;
        this.transaction = options.inTransaction() ? ++transactions : 0;
    }

    Script read(List<SqlStatement> statements) {
        StatementReader reader = StatementReader.of(dialect);
        for (SqlStatement source : statements) {
            List<Token> tokens =
                    Tokens.of(dialect, source.text(), source.start().offset());
            Statement statement = reader.read(tokens, source.end());
            steps.add(new Step(steps.size(), source, statement, transaction, longNames(tokens)));
            follow(statement);
        }
        return new Script(dialect, options, steps, newTables);
    }

    private void follow(Statement statement) {
        int index = steps.size() - 1;
        switch (statement) {
            case Transaction control -> follow(control);
            case Definition.CreateTable create -> newTables.add(create.table(), index, transaction, create.temporary());
            case Change.Query(boolean _, var into) when into != null -> newTables.add(into, index, transaction, false);
            default -> {}
        }
    }

    private void follow(Transaction control) {
        transaction = switch (control.control()) {
            case BEGIN -> transaction == 0 ? ++transactions : transaction;
            case COMMIT, ROLLBACK -> control.chain() ? ++transactions : 0;
            case SAVEPOINT -> transaction;
        };
    }

    private static List<Name> longNames(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.isName() && token.text().length() > LONGEST_NAME / 4)
                .map(Name::of)
                .filter(name -> name.value().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME)
                .toList();
    }
}
