package io.axiom.migration.run;

import io.axiom.language.migration.Direction;
import io.axiom.migration.source.Batches;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One migration to apply or to take back.
 *
 * @param version empty for repeatable ones
 * @param type {@code schema} or {@code data}
 * @param checksum of the way there, as the history keeps it
 * @param statements in order, already split, with what keeps and restores data (see {@code WayBack.up()} and {@code down()})
 * @param transactional whether it is to run in one transaction; where the database cannot, it runs statement by statement anyway
 * @param batches how statements with {@code :from} and {@code :to} go through a table; null where there are none
 * @param origin where the statements come from, for errors; null where nothing is known
 * @param takesBack only with {@link Direction#DOWN}: how many statements of a half applied migration these take back; 0 for an
 *     applied one
 */
public record Task(
        String id,
        String version,
        String name,
        @Nullable String description,
        String type,
        String checksum,
        Direction direction,
        List<String> statements,
        boolean transactional,
        @Nullable Batches batches,
        @Nullable Origin origin,
        int takesBack) {

    /**
     * The file the statements come from.
     *
     * @param lines the line each statement begins on, counted from 1; 0, or no entry at the end, for those that are in no file
     */
    public record Origin(String file, List<Integer> lines) {
        public Origin {
            lines = List.copyOf(lines);
        }
    }

    public Task {
        statements = List.copyOf(statements);
    }

    /** A transactional schema migration, the common case. */
    public static Task of(String id, String version, String checksum, Direction direction, List<String> statements) {
        return new Task(id, version, id, null, "schema", checksum, direction, statements, true, null, null, 0);
    }

    public Task inSteps() {
        return new Task(
                id,
                version,
                name,
                description,
                type,
                checksum,
                direction,
                statements,
                false,
                batches,
                origin,
                takesBack);
    }

    /** The same as a data migration that goes through a table. */
    public Task with(Batches ranges) {
        return new Task(
                id,
                version,
                name,
                description,
                "data",
                checksum,
                direction,
                statements,
                transactional,
                ranges,
                origin,
                takesBack);
    }

    public Task from(Origin place) {
        return new Task(
                id,
                version,
                name,
                description,
                type,
                checksum,
                direction,
                statements,
                transactional,
                batches,
                place,
                takesBack);
    }

    /** A way back that takes back only the first statements of a half applied migration. */
    public Task takingBack(int done) {
        return new Task(
                id,
                version,
                name,
                description,
                type,
                checksum,
                direction,
                statements,
                transactional,
                batches,
                origin,
                done);
    }

    Task with(List<String> others) {
        return new Task(
                id,
                version,
                name,
                description,
                type,
                checksum,
                direction,
                others,
                transactional,
                batches,
                origin,
                takesBack);
    }
}
