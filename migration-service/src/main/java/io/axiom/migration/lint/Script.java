package io.axiom.migration.lint;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.List;

/** A script as the rules see it: statements that were read, and what is known at each of them. */
public final class Script {
    private final Dialect dialect;
    private final LintOptions options;
    private final List<Step> steps;
    private final NewTables newTables;

    Script(Dialect dialect, LintOptions options, List<Step> steps, NewTables newTables) {
        this.dialect = dialect;
        this.options = options;
        this.steps = List.copyOf(steps);
        this.newTables = newTables;
    }

    public Dialect dialect() {
        return dialect;
    }

    public LintOptions options() {
        return options;
    }

    public List<Step> steps() {
        return steps;
    }

    /** Whether the table was made earlier in the same transaction, so that nobody else can be using it. */
    public boolean isNew(QualifiedName table, Step at) {
        return newTables.contains(table, at);
    }

    /** Whether the table is a temporary one of this script. */
    public boolean isTemporary(QualifiedName table, Step at) {
        return newTables.isTemporary(table, at);
    }
}
