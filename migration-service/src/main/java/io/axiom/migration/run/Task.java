package io.axiom.migration.run;

import io.axiom.language.migration.Direction;
import io.axiom.migration.source.Batches;
import java.util.List;
import java.util.stream.IntStream;
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
     * @param lines the line each statement begins on, counted from 1; 0 for those that are in no file, because they keep data
     * @param numbers which of the file's statements each one is, or keeps data for, counted from 1
     */
    public record Origin(String file, List<Integer> lines, List<Integer> numbers) {
        public Origin {
            lines = List.copyOf(lines);
            numbers = List.copyOf(numbers);
            if (lines.size() != numbers.size()) {
                throw new IllegalArgumentException(lines.size() + " lines, " + numbers.size() + " numbers");
            }
        }

        /** Every statement is the file's. */
        public Origin(String file, List<Integer> lines) {
            this(file, lines, IntStream.rangeClosed(1, lines.size()).boxed().toList());
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

    /** The number that the author of the file counts; the statement keeps data for the one with this number if it is not it. */
    int number(int statement) {
        return origin == null || statement < 1 || statement > origin.numbers().size()
                ? statement
                : origin.numbers().get(statement - 1);
    }

    /** Whether the author wrote it. */
    boolean written(int statement) {
        return origin == null
                || statement < 1
                || statement > origin.lines().size()
                || origin.lines().get(statement - 1) > 0;
    }

    /** How many of the first {@code statements} the author wrote. */
    int writtenOf(int first) {
        return (int) IntStream.rangeClosed(1, first).filter(this::written).count();
    }

    /** How many the author wrote. */
    int written() {
        return writtenOf(statements.size());
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
