package io.axiom.language.migration;

import io.axiom.language.Event;
import io.axiom.language.MessageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a database. */
public sealed interface DatabaseEvent extends Event {
    String databaseId();

    /** @param engine {@code postgresql}, {@code mariadb} or {@code sqlite} */
    @MessageType("migration.DatabaseRegistered.v1")
    record DatabaseRegistered(
            String databaseId,
            String environment,
            String engine,
            String url,
            DatabaseCredentials credentials,
            MigrationPolicy policy)
            implements DatabaseEvent {}

    @MessageType("migration.DatabaseChanged.v1")
    record DatabaseChanged(String databaseId, String url, DatabaseCredentials credentials, MigrationPolicy policy)
            implements DatabaseEvent {}

    /**
     * A run was decided; it begins now.
     *
     * @param migrations in the order they run
     * @param planHash of everything a reader of the plan relies on
     * @param warnings what the policy let pass
     * @param source of a run upwards; null where the files were posted, and in events stored before this was known
     */
    @MessageType("migration.MigrationPlanned.v1")
    record MigrationPlanned(
            String databaseId,
            String runId,
            Direction direction,
            List<PlannedMigration> migrations,
            String planHash,
            List<String> warnings,
            @Nullable String reason,
            @Nullable MigrationOrigin source)
            implements DatabaseEvent {}

    @MessageType("migration.MigrationStarted.v1")
    record MigrationStarted(String databaseId, String runId, String migrationId, Direction direction)
            implements DatabaseEvent {}

    /** @param rows changed, 0 where the statement changes none */
    @MessageType("migration.StatementExecuted.v1")
    record StatementExecuted(
            String databaseId, String runId, String migrationId, int number, int of, long rows, long millis)
            implements DatabaseEvent {}

    /**
     * A batch of a data migration is committed; not each one is told, but at least one a second.
     *
     * @param rows done so far
     * @param percent of the keys there were when it began
     * @param secondsLeft null where it is not known yet
     */
    @MessageType("migration.BatchCompleted.v1")
    record BatchCompleted(
            String databaseId,
            String runId,
            String migrationId,
            long rows,
            double percent,
            double rowsPerSecond,
            @Nullable Long secondsLeft)
            implements DatabaseEvent {}

    @MessageType("migration.MigrationCompleted.v1")
    record MigrationCompleted(String databaseId, String runId, String migrationId, long millis)
            implements DatabaseEvent {}

    @MessageType("migration.MigrationRolledBack.v1")
    record MigrationRolledBack(String databaseId, String runId, String migrationId, long millis)
            implements DatabaseEvent {}

    @MessageType("migration.MigrationFailed.v1")
    record MigrationFailed(String databaseId, String runId, String migrationId, RunFailure failure)
            implements DatabaseEvent {}

    /** Every migration of the run is done. */
    @MessageType("migration.MigrationRunCompleted.v1")
    record MigrationRunCompleted(String databaseId, String runId) implements DatabaseEvent {}

    /** The run has ended before its last migration. */
    @MessageType("migration.MigrationRunFailed.v1")
    record MigrationRunFailed(String databaseId, String runId, RunFailure failure) implements DatabaseEvent {}

    /** @param migrations taken as applied */
    @MessageType("migration.DatabaseBaselined.v1")
    record DatabaseBaselined(String databaseId, List<BaselinedMigration> migrations, String reason)
            implements DatabaseEvent {}

    /** A migration taken as applied. */
    record BaselinedMigration(String migrationId, @Nullable String version, String name, String checksum) {}

    @MessageType("migration.MigrationRepaired.v1")
    record MigrationRepaired(String databaseId, String migrationId, String before, String checksum, String reason)
            implements DatabaseEvent {}

    /** @param holder who held the database, in words */
    @MessageType("migration.MigrationsUnstuck.v1")
    record MigrationsUnstuck(String databaseId, @Nullable String runId, String holder, String reason)
            implements DatabaseEvent {}
}
