package io.axiom.migration.run;

import io.axiom.language.migration.Direction;
import java.util.List;

/**
 * A migration that stopped between two statements. To go on, run the same task again; its statements after {@code done} may have been
 * mended. To go back, run a task {@link Direction#DOWN} with {@link Task#takesBack} = {@link History#touched} that takes back those
 * statements.
 *
 * @param statements all it was begun with
 * @param done how many of them are in the database
 * @param begun whether the one after them was begun and may have happened
 * @param rows gone through by the statement that goes through a table, if one is under way
 */
public record Unfinished(
        String id, Direction direction, String checksum, List<String> statements, int done, boolean begun, long rows) {
    public Unfinished {
        statements = List.copyOf(statements);
    }
}
