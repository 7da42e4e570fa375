package io.axiom.migration.lint.rules;

import io.axiom.migration.lint.Report;
import io.axiom.migration.lint.Rule;
import io.axiom.migration.lint.Script;
import io.axiom.migration.lint.Severity;
import io.axiom.migration.lint.Step;
import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Definition.CreateIndex;
import io.axiom.migration.sql.syntax.Definition.Drop;
import io.axiom.migration.sql.syntax.Maintenance;
import java.util.List;

/** Indexes and partitions without CONCURRENTLY, and with it where it cannot be. */
final class IndexRules {
    private static final int FIRST_WITH_REINDEX = 12;
    private static final int FIRST_WITH_DETACH = 14;
    private static final int FIRST_WITH_REPACK = 19;

    private IndexRules() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "require-concurrent-index-creation",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "Writes wait while the index is built.",
                        "CREATE INDEX CONCURRENTLY, outside a transaction.",
                        Checks.statements(CreateIndex.class, (index, place, report) -> {
                            if (!index.concurrently() && !place.script().isNew(index.table(), place.step())) {
                                report.add(
                                        place.step(),
                                        "Writes to '" + index.table() + "' wait while the index is built.");
                            }
                        })),
                new Rule(
                        "require-concurrent-index-deletion",
                        Severity.WARNING,
                        Checks.POSTGRESQL,
                        "Dropping an index waits for, and then stops, every reader and writer of its table.",
                        "DROP INDEX CONCURRENTLY, outside a transaction.",
                        Checks.statements(Drop.class, (drop, place, report) -> {
                            if (drop.object().equals("index") && !drop.concurrently()) {
                                report.add(
                                        place.step(),
                                        "Nobody can read or write the index's table until it is dropped.");
                            }
                        })),
                new Rule(
                        "require-concurrent-reindex",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "Readers and writers wait while an index is built again.",
                        "REINDEX … CONCURRENTLY (PostgreSQL 12 and later).",
                        Checks.statements(Maintenance.Reindex.class, (reindex, place, report) -> {
                            boolean can = place.script().options().postgresVersion() >= FIRST_WITH_REINDEX
                                    && !reindex.object().equals("system");
                            if (can && !reindex.concurrently()) {
                                report.add(place.step(), "Readers and writers wait while the index is built again.");
                            }
                        })),
                new Rule(
                        "require-concurrent-partition-detach",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "Nobody can read or write the whole table while a partition is detached.",
                        "DETACH PARTITION … CONCURRENTLY (PostgreSQL 14 and later).",
                        Checks.actions(AlterAction.DetachPartition.class, (detach, place, report) -> {
                            boolean can = place.script().options().postgresVersion() >= FIRST_WITH_DETACH;
                            if (can && !detach.concurrently() && !detach.finish()) {
                                report.add(
                                        place.step(), detach.offset(), "Nobody can read or write the table meanwhile.");
                            }
                        })),
                new Rule(
                        "ban-concurrent-index-creation-in-transaction",
                        Severity.ERROR,
                        Checks.POSTGRESQL,
                        "CREATE INDEX CONCURRENTLY fails in a transaction.",
                        "Put it into a migration of its own, with transactional: false.",
                        IndexRules::concurrentInTransaction),
                new Rule(
                        "prefer-repack",
                        Severity.ADVICE,
                        Checks.POSTGRESQL,
                        "VACUUM FULL and CLUSTER keep everybody out while they rewrite the table.",
                        "REPACK (CONCURRENTLY), from PostgreSQL 19 on.",
                        Checks.statements(Maintenance.class, (tend, place, report) -> {
                            boolean rewrites = tend instanceof Maintenance.Cluster
                                    || (tend instanceof Maintenance.Vacuum vacuum && vacuum.full());
                            if (rewrites && place.script().options().postgresVersion() >= FIRST_WITH_REPACK) {
                                report.add(place.step(), "Nobody can read or write the table while it is rewritten.");
                            }
                        })));
    }

    /** Alone in its script it can be run outside the transaction that is only assumed. */
    private static void concurrentInTransaction(Script script, Report report) {
        boolean alone = script.options().inTransaction() && script.steps().size() == 1;
        for (Step step : script.steps()) {
            if (step.statement() instanceof CreateIndex index
                    && index.concurrently()
                    && step.inTransaction()
                    && !alone) {
                report.add(step, "CREATE INDEX CONCURRENTLY runs in a transaction here, so it fails.");
            }
        }
    }
}
