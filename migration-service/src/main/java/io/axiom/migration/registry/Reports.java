package io.axiom.migration.registry;

import io.axiom.language.migration.DatabaseEvent;
import io.axiom.language.migration.DatabaseEvent.BatchCompleted;
import io.axiom.language.migration.DatabaseEvent.MigrationCompleted;
import io.axiom.language.migration.DatabaseEvent.MigrationFailed;
import io.axiom.language.migration.DatabaseEvent.MigrationRolledBack;
import io.axiom.language.migration.DatabaseEvent.MigrationRunCompleted;
import io.axiom.language.migration.DatabaseEvent.MigrationRunFailed;
import io.axiom.language.migration.DatabaseEvent.MigrationStarted;
import io.axiom.language.migration.DatabaseEvent.StatementExecuted;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.RunFailure;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.runtime.aggregate.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts about the run under way become events; those about an ended run, or known already, are dropped. */
final class Reports {
    private final List<DatabaseEvent> events = new ArrayList<>();
    private Registered database;

    private Reports(Registered database) {
        this.database = database;
    }

    static Decision<DatabaseEvent> decide(Registered database, DatabaseInput.Report report) {
        Reports reports = new Reports(database);
        for (RunFact fact : report.facts()) {
            Optional<Run> running =
                    reports.database.running().filter(run -> run.runId().equals(report.runId()));
            if (running.isEmpty()) {
                break;
            }
            reports.take(running.get(), fact);
        }
        return Decision.accept(reports.events);
    }

    private void take(Run run, RunFact fact) {
        String id = database.databaseId();
        switch (fact) {
            case RunFact.Started(String migration) -> {
                if (!run.steps().containsKey(migration)) {
                    add(new MigrationStarted(id, run.runId(), migration, run.direction()));
                }
            }
            case RunFact.Statement(String migration, int number, int of, long rows, long millis) -> {
                if (!run.isDone(migration)) {
                    add(new StatementExecuted(id, run.runId(), migration, number, of, rows, millis));
                }
            }
            case RunFact.Batch(String migration, long rows, double percent, double perSecond, Long left) -> {
                if (!run.isDone(migration)) {
                    add(new BatchCompleted(id, run.runId(), migration, rows, percent, perSecond, left));
                }
            }
            case RunFact.Done(String migration, long millis) -> done(run, migration, millis);
            case RunFact.Failed(String migration, RunFailure failure) -> {
                add(new MigrationFailed(id, run.runId(), migration, failure));
                add(new MigrationRunFailed(id, run.runId(), failure));
            }
            case RunFact.Ended(RunFailure failure) ->
                add(
                        failure == null && run.isDone()
                                ? new MigrationRunCompleted(id, run.runId())
                                : new MigrationRunFailed(id, run.runId(), failure == null ? unfinished() : failure));
        }
    }

    private void done(Run run, String migration, long millis) {
        if (run.isDone(migration) || run.migration(migration).isEmpty()) {
            return;
        }
        add(
                run.direction() == Direction.UP
                        ? new MigrationCompleted(database.databaseId(), run.runId(), migration, millis)
                        : new MigrationRolledBack(database.databaseId(), run.runId(), migration, millis));
    }

    private static RunFailure unfinished() {
        return new RunFailure(
                "migration.run-unfinished",
                "The run ended before its last migration.",
                null,
                "Every migration is either applied or not.",
                "Migrate again; it goes on from where the run stopped.");
    }

    private void add(DatabaseEvent event) {
        events.add(event);
        if (Evolution.evolve(database, event) instanceof Registered after) {
            database = after;
        }
    }
}
