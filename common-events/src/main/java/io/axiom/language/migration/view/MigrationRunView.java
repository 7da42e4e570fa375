package io.axiom.language.migration.view;

import com.fasterxml.jackson.annotation.JsonValue;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.MigrationOrigin;
import io.axiom.language.migration.RunFailure;
import io.axiom.language.migration.WayBackGrade;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run and how far it is.
 *
 * @param source null for the way back, and where the files were posted
 * @param position of the log this is as of
 */
public record MigrationRunView(
        String databaseId,
        String runId,
        Direction direction,
        RunStatus status,
        String planHash,
        @Nullable String reason,
        @Nullable MigrationOrigin source,
        List<Item> migrations,
        @Nullable RunFailure failure,
        long position) {

    /** How far one migration is. */
    public enum ItemStatus {
        PENDING,
        RUNNING,
        COMPLETED,
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One migration of the run.
     *
     * @param statement the last one executed
     * @param rows done by a data migration so far
     * @param percent of a data migration; null where unknown
     * @param secondsLeft of a data migration; null where unknown
     * @param millis it took; null while it is not done
     */
    public record Item(
            String migrationId,
            @Nullable String version,
            String name,
            ItemStatus status,
            WayBackGrade grade,
            boolean proven,
            int statement,
            int statements,
            long rows,
            @Nullable Double percent,
            @Nullable Double rowsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable Long millis) {}
}
