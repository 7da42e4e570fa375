package io.axiom.migration.lint.locks;

import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.List;

/**
 * The strongest lock a statement takes.
 *
 * @param tables those it takes it on, as far as the statement names them; an index's table, for example, is not named
 */
public record StatementLock(LockMode mode, List<QualifiedName> tables) {
    static final StatementLock NONE = new StatementLock(LockMode.UNKNOWN, List.of());

    public StatementLock {
        tables = List.copyOf(tables);
    }

    static StatementLock on(LockMode mode, QualifiedName... tables) {
        return new StatementLock(mode, List.of(tables));
    }
}
