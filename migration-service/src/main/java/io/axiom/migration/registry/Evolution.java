package io.axiom.migration.registry;

import io.axiom.language.migration.DatabaseEvent;
import io.axiom.language.migration.DatabaseEvent.BaselinedMigration;
import io.axiom.language.migration.DatabaseEvent.BatchCompleted;
import io.axiom.language.migration.DatabaseEvent.DatabaseBaselined;
import io.axiom.language.migration.DatabaseEvent.DatabaseChanged;
import io.axiom.language.migration.DatabaseEvent.DatabaseRegistered;
import io.axiom.language.migration.DatabaseEvent.MigrationCompleted;
import io.axiom.language.migration.DatabaseEvent.MigrationFailed;
import io.axiom.language.migration.DatabaseEvent.MigrationPlanned;
import io.axiom.language.migration.DatabaseEvent.MigrationRepaired;
import io.axiom.language.migration.DatabaseEvent.MigrationRolledBack;
import io.axiom.language.migration.DatabaseEvent.MigrationRunCompleted;
import io.axiom.language.migration.DatabaseEvent.MigrationRunFailed;
import io.axiom.language.migration.DatabaseEvent.MigrationStarted;
import io.axiom.language.migration.DatabaseEvent.MigrationsUnstuck;
import io.axiom.language.migration.DatabaseEvent.StatementExecuted;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.language.migration.RunFailure;
import io.axiom.language.migration.view.MigrationRunView.ItemStatus;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.registry.DatabaseState.Unregistered;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/** What each event makes of a database. */
final class Evolution {
    private Evolution() {}

    static DatabaseState evolve(DatabaseState state, DatabaseEvent event) {
        return switch (state) {
            case Unregistered _ ->
                event instanceof DatabaseRegistered e
                        ? Registered.of(
                                e.databaseId(), e.environment(), e.engine(), e.url(), e.credentials(), e.policy())
                        : state;
            case Registered database -> registered(database, event);
        };
    }

    private static Registered registered(Registered database, DatabaseEvent event) {
        return switch (event) {
            case DatabaseRegistered _ -> database;
            case DatabaseChanged e -> database.settings(e.url(), e.credentials(), e.policy());
            case MigrationPlanned e -> database.begin(Run.of(e));
            case MigrationStarted e -> step(database, e.runId(), e.migrationId(), _ -> Run.Step.STARTED);
            case StatementExecuted e -> step(database, e.runId(), e.migrationId(), step -> step.executed(e.number()));
            case BatchCompleted e ->
                step(
                        database,
                        e.runId(),
                        e.migrationId(),
                        step -> step.batch(e.rows(), e.percent(), e.rowsPerSecond(), e.secondsLeft()));
            case MigrationCompleted e ->
                applied(done(database, e.runId(), e.migrationId(), e.millis()), e.runId(), e.migrationId());
            case MigrationRolledBack e -> {
                Registered back = done(database, e.runId(), e.migrationId(), e.millis());
                yield back.applied(back.applied().minus(e.migrationId()));
            }
            case MigrationFailed e ->
                step(database, e.runId(), e.migrationId(), step -> step.ended(ItemStatus.FAILED, null));
            case MigrationRunCompleted e -> ended(database, e.runId(), null);
            case MigrationRunFailed e -> ended(database, e.runId(), e.failure());
            case DatabaseBaselined e -> baselined(database, e);
            case MigrationRepaired e -> repaired(database, e);
            case MigrationsUnstuck e -> unstuck(database, e);
        };
    }

    private static Registered step(
            Registered database, String runId, String migrationId, UnaryOperator<Run.Step> change) {
        return database.lastRun()
                .filter(run -> run.runId().equals(runId))
                .map(run -> database.last(run.with(migrationId, change.apply(run.step(migrationId)))))
                .orElse(database);
    }

    private static Registered done(Registered database, String runId, String migrationId, long millis) {
        return step(database, runId, migrationId, step -> step.ended(ItemStatus.COMPLETED, millis));
    }

    private static Registered applied(Registered database, String runId, String migrationId) {
        return database.run(runId)
                .flatMap(run -> run.migration(migrationId))
                .map(planned -> database.applied(
                        database.applied().minus(migrationId).plus(migrationId, applied(planned, runId))))
                .orElse(database);
    }

    private static AppliedMigration applied(PlannedMigration planned, String runId) {
        return new AppliedMigration(
                planned.migrationId(), planned.version(), planned.name(), planned.checksum(), runId, planned);
    }

    private static Registered ended(Registered database, String runId, @Nullable RunFailure failure) {
        return database.lastRun()
                .filter(run -> run.runId().equals(runId))
                .map(run -> database.last(run.ended(failure)))
                .orElse(database);
    }

    private static Registered baselined(Registered database, DatabaseBaselined event) {
        PMap<String, AppliedMigration> applied = database.applied();
        for (BaselinedMigration m : event.migrations()) {
            applied = applied.plus(
                    m.migrationId(),
                    new AppliedMigration(m.migrationId(), m.version(), m.name(), m.checksum(), null, null));
        }
        return database.applied(applied);
    }

    private static Registered repaired(Registered database, MigrationRepaired event) {
        AppliedMigration known = database.find(event.migrationId());
        return known == null
                ? database
                : database.applied(database.applied().plus(event.migrationId(), known.withChecksum(event.checksum())));
    }

    private static Registered unstuck(Registered database, MigrationsUnstuck event) {
        String runId = event.runId();
        return runId == null
                ? database
                : ended(
                        database,
                        runId,
                        new RunFailure(
                                "migration.unstuck",
                                "The run was given up: " + event.reason(),
                                null,
                                "What is committed is kept; nothing half done remains.",
                                "Migrate again; it goes on from where the run stopped."));
    }
}
