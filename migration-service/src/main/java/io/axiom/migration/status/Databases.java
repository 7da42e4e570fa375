package io.axiom.migration.status;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.language.migration.view.AppliedMigrationView;
import io.axiom.language.migration.view.DatabaseView;
import io.axiom.language.migration.view.MigrationRunView;
import io.axiom.language.migration.view.MigrationRunView.ItemStatus;
import io.axiom.migration.registry.AppliedMigration;
import io.axiom.migration.registry.CurrentDatabases;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.registry.Run;
import io.axiom.migration.source.MigrationVersion;
import io.axiom.runtime.log.Versioned;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of databases. */
@Component
class Databases {
    private final CurrentDatabases current;
    private final JdbcClient jdbc;

    Databases(CurrentDatabases current, JdbcClient jdbc, DatabaseTables tablesExist) {
        this.current = current;
        this.jdbc = jdbc;
    }

    /** By name, those after {@code cursor}. */
    List<DatabaseView> list(int limit, @Nullable String cursor, @Nullable String environment) {
        return jdbc
                .sql("""
                        SELECT id FROM migration_database
                        WHERE id > :cursor AND (:environment = '' OR environment = :environment) ORDER BY id LIMIT :limit""")
                .param("cursor", cursor == null ? "" : cursor)
                .param("environment", environment == null ? "" : environment)
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(this::database)
                .toList();
    }

    DatabaseView database(String id) {
        Versioned<Registered> now = current.find(id);
        Registered database = now.state();
        Run last = database.lastRun().orElse(null);
        return new DatabaseView(
                database.databaseId(),
                database.environment(),
                database.engine(),
                database.url(),
                database.credentials(),
                database.policy(),
                version(database),
                database.applied().size(),
                last == null ? null : last.runId(),
                last == null ? null : last.status(),
                now.position());
    }

    private static @Nullable String version(Registered database) {
        return database.appliedInOrder().stream()
                .map(AppliedMigration::version)
                .filter(Objects::nonNull)
                .map(MigrationVersion::new)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::text)
                .orElse(null);
    }

    /** In the order they were applied. */
    List<AppliedMigrationView> applied(String id) {
        return current.require(id).appliedInOrder().stream()
                .map(Databases::view)
                .toList();
    }

    private static AppliedMigrationView view(AppliedMigration applied) {
        PlannedMigration planned = applied.planned();
        return new AppliedMigrationView(
                applied.migrationId(),
                applied.version(),
                applied.name(),
                applied.checksum(),
                planned == null ? null : planned.grade(),
                planned != null && planned.proven(),
                planned == null,
                applied.runId());
    }

    MigrationRunView run(String id, String runId) {
        Versioned<Registered> now = current.find(id);
        Registered database = now.state();
        Run run = (runId.equals("last") ? database.lastRun() : database.run(runId))
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "migration.run-not-found",
                        Rejection.Kind.NOT_FOUND,
                        "\"" + id + "\" has no run \"" + Texts.shorten(runId, 80) + "\" among its last ones.",
                        "Older runs are in the audit log: axiom audit search --aggregate database/" + id + ".")));
        return new MigrationRunView(
                id,
                run.runId(),
                run.direction(),
                run.status(),
                run.planHash(),
                run.reason(),
                run.source(),
                run.migrations().stream().map(m -> item(run, m)).toList(),
                run.failure(),
                now.position());
    }

    private static MigrationRunView.Item item(Run run, PlannedMigration migration) {
        Run.Step step = run.steps().get(migration.migrationId());
        return new MigrationRunView.Item(
                migration.migrationId(),
                migration.version(),
                migration.name(),
                step == null ? ItemStatus.PENDING : step.status(),
                migration.grade(),
                migration.proven(),
                step == null ? 0 : step.statement(),
                migration.statements(),
                step == null ? 0 : step.rows(),
                step == null ? null : step.percent(),
                step == null ? null : step.rowsPerSecond(),
                step == null ? null : step.secondsLeft(),
                step == null ? null : step.millis());
    }
}
