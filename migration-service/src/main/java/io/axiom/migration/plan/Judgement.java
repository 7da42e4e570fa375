package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.migration.LintFinding;
import io.axiom.migration.database.Engine;
import io.axiom.migration.lint.LintOptions;
import io.axiom.migration.lint.Linter;
import io.axiom.migration.lint.locks.LockMode;
import io.axiom.migration.lint.locks.LockOf;
import io.axiom.migration.lint.locks.StatementLock;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.source.Migration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be said of a migration without running it. */
final class Judgement {
    /** The runner sets both for every transaction. */
    private static final Set<String> SEEN_TO = Set.of("require-lock-timeout", "require-statement-timeout");

    private Judgement() {}

    /** Lines are the file's. */
    static List<LintFinding> findings(Migration migration, Snapshot target) {
        LintOptions options =
                LintOptions.defaults().inTransaction(migration.transactional()).without(SEEN_TO);
        if (target.engine() == Engine.POSTGRESQL) {
            options = options.onPostgres(major(target.version()));
        }
        int shift = migration.up().firstLine() - 1;
        return Findings.of(Linter.lint(target.engine().dialect(), migration.up().text(), options), shift);
    }

    /** Of PostgreSQL's statements, each once. */
    static List<String> locks(Engine engine, List<String> statements) {
        if (engine != Engine.POSTGRESQL) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>();
        for (String statement : statements) {
            try {
                StatementLock lock = LockOf.statement(statement);
                if (lock.mode() != LockMode.UNKNOWN) {
                    words.add(words(lock));
                }
            } catch (RejectedException e) {
                words.add("unknown");
            }
        }
        return List.copyOf(words);
    }

    private static String words(StatementLock lock) {
        String tables = lock.tables().stream().map(Object::toString).collect(Collectors.joining(", "));
        String blocks = lock.mode().blocksReads()
                ? ", blocks reads and writes"
                : lock.mode().blocksWrites() ? ", blocks writes" : "";
        return lock.mode().sql() + (tables.isEmpty() ? "" : " on " + tables) + blocks;
    }

    private static int major(String version) {
        String digits = version.replaceAll("^\\D*(\\d{1,3}).*$", "$1");
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : LintOptions.DEFAULT_POSTGRES_VERSION;
    }
}
