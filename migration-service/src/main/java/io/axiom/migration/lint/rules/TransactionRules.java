package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.lint.Step;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Maintenance;
import io.axiom.migration.sql.syntax.Statement;
import io.axiom.migration.sql.syntax.Statement.Transaction;
import io.axiom.migration.sql.syntax.Statement.Transaction.Control;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transactions begun twice, never ended, or around what cannot be in one. */
final class TransactionRules {
    private TransactionRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "transaction-nesting",
                        Severity.WARNING,
                        Checks.ALL,
                        "Transactions do not nest: BEGIN in one does nothing or ends it, COMMIT outside one does nothing.",
                        "Leave the transaction to whoever runs the migration, or set transactional: false and control it yourself.",
                        TransactionRules::nesting),
                new Rule(
                        "ban-uncommitted-transaction",
                        Severity.ERROR,
                        Checks.ALL,
                        "A transaction that is never ended is rolled back: the migration seems to run and changes nothing.",
                        "End it with COMMIT.",
                        TransactionRules::uncommitted),
                new Rule(
                        "not-in-transaction",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "Some statements fail in a transaction.",
                        "Put it into a migration of its own, with transactional: false.",
                        TransactionRules::notInTransaction));
    }

    private static void nesting(Script script, Report report) {
        boolean assumed = script.options().inTransaction();
        for (Step step : script.steps()) {
            if (step.statement() instanceof Transaction(Control control, boolean _)) {
                switch (control) {
                    case BEGIN -> {
                        if (assumed || step.inTransaction()) {
                            report.add(step, "BEGIN while a transaction is open already.");
                        }
                    }
                    case COMMIT, ROLLBACK -> {
                        if (assumed) {
                            report.add(step, "This ends the transaction that was begun around the migration.");
                        } else if (!step.inTransaction()) {
                            report.add(step, "No transaction is open that could be ended.");
                        }
                    }
                    case SAVEPOINT -> {}
                }
            }
        }
    }

    private static void uncommitted(Script script, Report report) {
        @Nullable Step open = null;
        for (Step step : script.steps()) {
            if (step.statement() instanceof Transaction(Control control, boolean chain)) {
                open = switch (control) {
                    case BEGIN -> step;
                    case COMMIT, ROLLBACK -> chain ? step : null;
                    case SAVEPOINT -> open;
                };
            }
        }
        if (open != null) {
            report.add(open, "The transaction begun here is never committed.");
        }
    }

    private static void notInTransaction(Script script, Report report) {
        boolean alone = script.options().inTransaction() && script.steps().size() == 1;
        for (Step step : script.steps()) {
            @Nullable String what = outsideOnly(step.statement());
            if (what != null && step.inTransaction() && !alone) {
                report.add(step, what + " runs in a transaction here, so it fails.");
            }
        }
    }

    private static @Nullable String outsideOnly(Statement statement) {
        return switch (statement) {
            case Definition.Drop drop when drop.concurrently() -> "DROP INDEX CONCURRENTLY";
            case Definition.Drop drop when drop.object().equals("database") -> "DROP DATABASE";
            case Definition.Other other
            when other.verb().equals("create") && other.object().equals("database") -> "CREATE DATABASE";
            case Definition.AlterTable alter
            when alter.actions().stream()
                    .anyMatch(
                            action -> action instanceof AlterAction.DetachPartition detach && detach.concurrently()) ->
                "DETACH PARTITION CONCURRENTLY";
            case Maintenance.Vacuum _ -> "VACUUM";
            case Maintenance.Reindex reindex when reindex.concurrently() -> "REINDEX CONCURRENTLY";
            default -> null;
        };
    }
}
