package io.axiom.migration.run;

import io.axiom.migration.database.Engine;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Maintenance;
import io.axiom.migration.sql.syntax.Statement;
import io.axiom.migration.sql.syntax.Statement.Transaction;
import io.axiom.migration.sql.syntax.Statement.Transaction.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement and how it can be run.
 *
 * @param number counted from 1
 * @param session whether it changes settings of the session, which a later session must change again
 */
record Step(int number, String text, Way way, boolean session) {
    enum Way {
        /** In a transaction with its record. */
        TOGETHER,
        /** The engine runs it in no transaction, or commits by itself. */
        ALONE,
        /** A setting that means something outside of a transaction only. */
        OUTSIDE,
        /** Once per range of keys. */
        RANGES,
        /** BEGIN and COMMIT around everything: there is a transaction anyway. */
        NOTHING
    }

    private static final Set<String> TRANSACTION =
            Set.of("begin", "commit", "end", "rollback", "abort", "start", "savepoint", "release");
    private static final Set<String> ROWS = Set.of(
            "insert",
            "update",
            "delete",
            "replace",
            "select",
            "with",
            "values",
            "set",
            "do",
            "load",
            "show",
            "use",
            "savepoint",
            "release",
            "rollback",
            "begin",
            "commit",
            "start");
    private static final Set<String> MAYBE_ALONE =
            Set.of("create", "drop", "reindex", "vacuum", "alter", "refresh", "cluster", "repack");
    /** LOCK TABLES, which dumps write, would lock the runner out of its own tables. */
    private static final Set<String> TABLE_LOCKS = Set.of("lock", "unlock");

    private static final Set<String> DATABASES = Set.of("database", "tablespace", "subscription", "system");
    /** SQLite's settings that a transaction ignores or refuses. */
    private static final Set<String> PRAGMAS = Set.of(
            "foreign_keys",
            "journal_mode",
            "synchronous",
            "auto_vacuum",
            "page_size",
            "locking_mode",
            "wal_checkpoint",
            "busy_timeout",
            "temp_store",
            "secure_delete");

    static List<Step> of(Task task, Engine engine) {
        List<Step> steps = new ArrayList<>();
        int last = task.statements().size();
        boolean wrapped = last > 1
                && control(engine, task.statements().getFirst()) == Control.BEGIN
                && control(engine, task.statements().getLast()) == Control.COMMIT;
        for (int number = 1; number <= last; number++) {
            String text = task.statements().get(number - 1);
            if (wrapped && (number == 1 || number == last)) {
                steps.add(new Step(number, text, Way.NOTHING, false));
                continue;
            }
            Control control = control(engine, text);
            if (control != null && control != Control.SAVEPOINT) {
                throw Failures.at(
                        task,
                        number,
                        "transaction-control",
                        "Statement " + task.number(number) + " of migration " + task.id()
                                + " begins or ends a transaction, which the runner does.",
                        "Nothing of the migration was run.",
                        "Remove it; where a migration must not be in one transaction, say 'transactional: false'.");
            }
            steps.add(of(task, engine, number, text));
        }
        return steps;
    }

    private static @Nullable Control control(Engine engine, String text) {
        if (!TRANSACTION.contains(Words.first(engine, text))) {
            return null;
        }
        return Words.read(engine, text) instanceof Transaction transaction ? transaction.control() : null;
    }

    private static Step of(Task task, Engine engine, int number, String text) {
        if (task.batches() != null && Ranges.of(engine, text).any()) {
            return new Step(number, text, Way.RANGES, false);
        }
        String first = Words.first(engine, text);
        if (engine == Engine.MARIADB && TABLE_LOCKS.contains(first)) {
            return new Step(number, text, Way.NOTHING, false);
        }
        boolean sets = first.equals("set") || first.equals("pragma");
        Way way = switch (engine) {
            case POSTGRESQL -> MAYBE_ALONE.contains(first) && aloneInPostgres(text) ? Way.ALONE : Way.TOGETHER;
            case MARIADB -> ROWS.contains(first) ? Way.TOGETHER : Way.ALONE;
            case SQLITE ->
                switch (first) {
                    case "vacuum", "attach", "detach" -> Way.ALONE;
                    case "pragma" -> outside(text) ? Way.OUTSIDE : Way.TOGETHER;
                    default -> Way.TOGETHER;
                };
        };
        return new Step(number, text, way, sets);
    }

    private static boolean outside(String text) {
        return Words.read(Engine.SQLITE, text) instanceof Statement.SetParameter set
                && PRAGMAS.contains(set.name().substring(set.name().lastIndexOf('.') + 1));
    }

    private static boolean aloneInPostgres(String text) {
        return switch (Words.read(Engine.POSTGRESQL, text)) {
            case Definition.CreateIndex index -> index.concurrently();
            case Definition.Drop drop -> drop.concurrently() || DATABASES.contains(drop.object());
            case Definition.Other other -> DATABASES.contains(other.object());
            case Maintenance.Vacuum vacuum -> true;
            case Maintenance.Reindex reindex -> reindex.concurrently() || DATABASES.contains(reindex.object());
            default -> false;
        };
    }

    /** The table whose rows it changes, where it says one. */
    static @Nullable String written(Engine engine, String text) {
        return Words.read(engine, text) instanceof Change.Write write
                ? write.table().last().value()
                : null;
    }

    Step alone() {
        return new Step(number, text, Way.ALONE, session);
    }
}
