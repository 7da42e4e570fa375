package io.axiom.migration.plan;

import io.axiom.migration.source.Batches;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs of a migration, kept under its digest: the log names it, and a way back must be there when the files are not.
 *
 * @param up what is run to apply it, with what keeps the data it destroys
 * @param lines of the file on which the statements of {@code up} begin; 0 for those that are in no file
 * @param down what is run to take it back; empty where there is no way back
 * @param release drops what was kept
 * @param batches how its statements go through a table; null where they do not
 */
public record MigrationContent(
        String file,
        List<String> up,
        List<Integer> lines,
        List<String> down,
        List<String> release,
        @Nullable Batches batches) {
    public MigrationContent {
        up = List.copyOf(up);
        lines = List.copyOf(lines);
        down = List.copyOf(down);
        release = List.copyOf(release);
    }
}
