package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.registry.AppliedMigration;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.run.History;
import io.axiom.migration.run.HistoryEntry;
import io.axiom.migration.run.Unfinished;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * What the target's own history says is applied.
 *
 * @param checksums by migration
 * @param unfinished migrations that are being applied again or taken back, and stopped half way
 */
record TargetHistory(Map<String, String> checksums, Set<String> unfinished) {
    /** A baseline or a repair that was just decided is written there within this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Read when it agrees with the log; refused with what was edited when it does not. */
    static TargetHistory consistent(SqlSession session, Registered database) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            TargetHistory history = read(session);
            Optional<Rejection> edited = history.disagreement(database);
            if (edited.isEmpty()) {
                return history;
            }
            if (System.nanoTime() > deadline) {
                throw new RejectedException(edited.get());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static TargetHistory read(SqlSession session) {
        History history = History.of(session);
        Map<String, String> checksums = new LinkedHashMap<>();
        for (HistoryEntry entry : history.entries()) {
            if (entry.status().inPlace()) {
                checksums.put(entry.id(), entry.checksum());
            }
        }
        Set<String> unfinished =
                history.unfinished().stream().map(Unfinished::id).collect(Collectors.toSet());
        return new TargetHistory(checksums, unfinished);
    }

    private Optional<Rejection> disagreement(Registered database) {
        for (AppliedMigration applied : database.appliedInOrder()) {
            String checksum = checksums.get(applied.migrationId());
            if (unfinished.contains(applied.migrationId())) {
                continue;
            }
            if (checksum == null) {
                return Optional.of(edited(
                        database.databaseId(),
                        applied.migrationId(),
                        "is applied, and its row is gone from schema_migrations"));
            }
            if (!checksum.equals(applied.checksum())) {
                return Optional.of(edited(
                        database.databaseId(),
                        applied.migrationId(),
                        "has another checksum in schema_migrations than it was applied with"));
            }
        }
        return Optional.empty();
    }

    private static Rejection edited(String databaseId, String migration, String what) {
        return new Rejection(
                "migration.history-edited",
                Rejection.Kind.CONFLICT,
                "Migration " + migration + " on \"" + databaseId + "\" " + what + ".",
                "Somebody changed the history by hand. Put the row back, or say that it is right: axiom migration repair "
                        + databaseId + ' ' + migration + ".",
                Map.of("database", databaseId, "migration", migration));
    }
}
