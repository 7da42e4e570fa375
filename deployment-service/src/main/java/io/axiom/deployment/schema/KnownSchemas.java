package io.axiom.deployment.schema;

import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.json.Json;
import io.axiom.language.migration.DatabaseEvent;
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
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.language.migration.RunFailure;
import io.axiom.language.migration.WayBackGrade;
import io.axiom.runtime.projection.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Databases, their runs and what is applied, copied from migration-service's events: a plan to go back needs no call to it. */
@Component
public final class KnownSchemas implements Projection {
    private final JdbcClient jdbc;

    public KnownSchemas(JdbcClient jdbc) {
        this.jdbc = jdbc;
        // The lock keeps two instances that start at once from both creating the tables.
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.known-schemas', 0));
                  CREATE TABLE IF NOT EXISTS known_database (database_id text PRIMARY KEY, environment text NOT NULL);
                  CREATE TABLE IF NOT EXISTS known_migration_run (
                    run_id text PRIMARY KEY,
                    database_id text NOT NULL,
                    running boolean NOT NULL,
                    failure text);
                  CREATE TABLE IF NOT EXISTS known_migration (
                    database_id text NOT NULL,
                    migration_id text NOT NULL,
                    version text,
                    run_id text,
                    applied bigint,
                    grade text NOT NULL,
                    proven boolean NOT NULL,
                    reasons text NOT NULL,
                    PRIMARY KEY (database_id, migration_id));
                END $$""").update();
    }

    /**
     * @param runId null where it was taken as applied
     * @param reasons of the grade, in words
     */
    public record Applied(
            String migrationId,
            @Nullable String version,
            @Nullable String runId,
            WayBackGrade grade,
            boolean proven,
            String reasons) {

        /** The grade that counts: what was not proven may lose anything. */
        public WayBackGrade wayBack() {
            return proven ? grade : WayBackGrade.IRREVERSIBLE;
        }

        /** Whether this is meant by a version or an id. */
        public boolean is(String level) {
            return level.equals(version) || level.equals(migrationId);
        }
    }

    /** @param failure null while it runs, and when it went well */
    record Run(boolean running, @Nullable RunFailure failure) {}

    @Override
    public String name() {
        return "known-schemas";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.MIGRATION);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        if (!(recorded.event() instanceof DatabaseEvent event)) {
            return;
        }
        switch (event) {
            case DatabaseRegistered e ->
                jdbc.sql("INSERT INTO known_database (database_id, environment) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(e.databaseId(), e.environment())
                        .update();
            case MigrationPlanned e -> planned(e);
            case MigrationCompleted e ->
                jdbc.sql("UPDATE known_migration SET applied = ? WHERE database_id = ? AND migration_id = ?")
                        .params(recorded.position(), e.databaseId(), e.migrationId())
                        .update();
            case MigrationRolledBack e ->
                jdbc.sql("DELETE FROM known_migration WHERE database_id = ? AND migration_id = ?")
                        .params(e.databaseId(), e.migrationId())
                        .update();
            case DatabaseBaselined e ->
                e.migrations()
                        .forEach(m -> insert(
                                e.databaseId(),
                                new Applied(
                                        m.migrationId(),
                                        m.version(),
                                        null,
                                        WayBackGrade.IRREVERSIBLE,
                                        false,
                                        "it was taken as applied"),
                                recorded.position()));
            case MigrationRunCompleted e -> ended(e.runId(), null);
            case MigrationRunFailed e -> ended(e.runId(), e.failure());
            case MigrationsUnstuck e -> {
                if (e.runId() != null) {
                    ended(
                            e.runId(),
                            new RunFailure(
                                    "migration.unstuck",
                                    "The run was given up: " + e.reason(),
                                    null,
                                    "What is committed is kept.",
                                    "Deploy again; the migrations go on from where they stopped."));
                }
            }
            case DatabaseChanged _,
                    MigrationStarted _,
                    StatementExecuted _,
                    BatchCompleted _,
                    MigrationFailed _,
                    MigrationRepaired _ -> {}
        }
    }

    private void planned(MigrationPlanned event) {
        jdbc.sql("INSERT INTO known_migration_run (run_id, database_id, running) VALUES (?, ?, true)")
                .params(event.runId(), event.databaseId())
                .update();
        if (event.direction() == Direction.UP) {
            for (PlannedMigration m : event.migrations()) {
                insert(
                        event.databaseId(),
                        new Applied(
                                m.migrationId(),
                                m.version(),
                                event.runId(),
                                m.grade(),
                                m.proven(),
                                String.join("; ", m.reasons())),
                        null);
            }
        }
    }

    private void insert(String database, Applied migration, @Nullable Long position) {
        jdbc.sql("""
                INSERT INTO known_migration
                  (database_id, migration_id, version, run_id, applied, grade, proven, reasons)
                VALUES (:database, :migration, :version, :run, :applied, :grade, :proven, :reasons)
                ON CONFLICT (database_id, migration_id) DO UPDATE
                SET version = excluded.version, run_id = excluded.run_id,
                    applied = coalesce(excluded.applied, known_migration.applied),
                    grade = excluded.grade, proven = excluded.proven, reasons = excluded.reasons""")
                .param("database", database)
                .param("migration", migration.migrationId())
                .param("version", migration.version())
                .param("run", migration.runId())
                .param("applied", position)
                .param("grade", migration.grade().name())
                .param("proven", migration.proven())
                .param("reasons", migration.reasons())
                .update();
    }

    private void ended(String runId, @Nullable RunFailure failure) {
        jdbc.sql("UPDATE known_migration_run SET running = false, failure = :failure WHERE run_id = :run")
                .param("failure", failure == null ? null : Json.mapper().writeValueAsString(failure))
                .param("run", runId)
                .update();
    }

    public Optional<String> environmentOf(String database) {
        return jdbc.sql("SELECT environment FROM known_database WHERE database_id = ?")
                .params(database)
                .query(String.class)
                .optional();
    }

    /** What is applied, the newest first. */
    public List<Applied> applied(String database) {
        return jdbc.sql("""
                        SELECT migration_id, version, run_id, grade, proven, reasons FROM known_migration
                        WHERE database_id = ? AND applied IS NOT NULL ORDER BY applied DESC""").params(database).query(KnownSchemas::row).list();
    }

    /** What runs applied that is still there, the newest first. */
    public List<Applied> appliedBy(String database, Collection<String> runs) {
        return applied(database).stream()
                .filter(migration -> migration.runId() != null && runs.contains(migration.runId()))
                .toList();
    }

    Optional<Run> run(String runId) {
        return jdbc.sql("SELECT running, failure FROM known_migration_run WHERE run_id = ?")
                .params(runId)
                .query((row, _) -> new Run(row.getBoolean("running"), failure(row)))
                .optional();
    }

    /** The run under way on a database. */
    Optional<String> running(String database) {
        return jdbc.sql("SELECT run_id FROM known_migration_run WHERE database_id = ? AND running")
                .params(database)
                .query(String.class)
                .optional();
    }

    private static @Nullable RunFailure failure(ResultSet row) throws SQLException {
        String json = row.getString("failure");
        return json == null ? null : Json.lenient().readValue(json, RunFailure.class);
    }

    private static Applied row(ResultSet row, int number) throws SQLException {
        return new Applied(
                row.getString("migration_id"),
                row.getString("version"),
                row.getString("run_id"),
                WayBackGrade.valueOf(row.getString("grade")),
                row.getBoolean("proven"),
                row.getString("reasons"));
    }
}
