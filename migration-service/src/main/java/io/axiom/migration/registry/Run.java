package io.axiom.migration.registry;

import io.axiom.language.migration.DatabaseEvent.MigrationPlanned;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.MigrationOrigin;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.language.migration.RunFailure;
import io.axiom.language.migration.view.MigrationRunView.ItemStatus;
import io.axiom.language.migration.view.RunStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * A run and how far it is.
 *
 * @param steps by migration; those not begun are not in it
 */
public record Run(
        String runId,
        Direction direction,
        List<PlannedMigration> migrations,
        String planHash,
        @Nullable String reason,
        @Nullable MigrationOrigin source,
        RunStatus status,
        PMap<String, Step> steps,
        @Nullable RunFailure failure) {

    /** How far one migration is. */
    public record Step(
            ItemStatus status,
            int statement,
            long rows,
            @Nullable Double percent,
            @Nullable Double rowsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable Long millis) {
        static final Step STARTED = new Step(ItemStatus.RUNNING, 0, 0, null, null, null, null);

        Step executed(int number) {
            return new Step(status, Math.max(statement, number), rows, percent, rowsPerSecond, secondsLeft, millis);
        }

        Step batch(long done, double part, double perSecond, @Nullable Long left) {
            return new Step(status, statement, done, part, perSecond, left, millis);
        }

        Step ended(ItemStatus how, @Nullable Long took) {
            return new Step(how, statement, rows, percent, rowsPerSecond, null, took);
        }
    }

    static Run of(MigrationPlanned event) {
        return new Run(
                event.runId(),
                event.direction(),
                event.migrations(),
                event.planHash(),
                event.reason(),
                event.source(),
                RunStatus.RUNNING,
                HashTreePMap.empty(),
                null);
    }

    public boolean isRunning() {
        return status == RunStatus.RUNNING;
    }

    public Optional<PlannedMigration> migration(String id) {
        return migrations.stream().filter(m -> m.migrationId().equals(id)).findFirst();
    }

    public boolean isDone(String id) {
        Step step = steps.get(id);
        return step != null && step.status() == ItemStatus.COMPLETED;
    }

    /** Whether every migration is. */
    public boolean isDone() {
        return migrations.stream().allMatch(m -> isDone(m.migrationId()));
    }

    Step step(String id) {
        return steps.getOrDefault(id, Step.STARTED);
    }

    Run with(String id, Step step) {
        return new Run(runId, direction, migrations, planHash, reason, source, status, steps.plus(id, step), failure);
    }

    Run ended(@Nullable RunFailure why) {
        RunStatus end = why == null ? RunStatus.COMPLETED : RunStatus.FAILED;
        return new Run(runId, direction, migrations, planHash, reason, source, end, steps, why);
    }
}
