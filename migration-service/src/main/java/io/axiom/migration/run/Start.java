package io.axiom.migration.run;

import io.axiom.language.migration.Direction;
import io.axiom.migration.run.ProgressTable.Saved;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a task begins, by what the history says. */
enum Start {
    FRESH,
    /** After the last statement that is recorded. */
    RESUME,
    /** There is nothing to do. */
    ALREADY;

    private static final String NOTHING = "Nothing was run.";

    /** @throws RunFailure where the history does not allow it */
    static Start of(Task task, @Nullable HistoryEntry entry, @Nullable Saved saved) {
        if (saved != null) {
            return unfinished(task, saved);
        }
        if (entry != null && !entry.status().inPlace() && entry.status() != Status.ROLLED_BACK) {
            throw Failures.of(
                    task,
                    "progress-missing",
                    "The history says " + entry.status().word() + " of " + task.id()
                            + ", but axiom_progress has no row of it.",
                    NOTHING,
                    "See what of it is in the database, set its status in schema_migrations by hand, and accept that edit.");
        }
        boolean inPlace = entry != null && entry.status().inPlace();
        if (entry != null && inPlace && !entry.checksum().equals(task.checksum())) {
            if (task.version().isEmpty() && task.direction() == Direction.UP) {
                return FRESH;
            }
            throw Failures.of(
                    task,
                    "checksum-changed",
                    "Migration " + task.id() + " was changed after it was applied: its checksum was " + entry.checksum()
                            + " and is " + task.checksum() + ".",
                    NOTHING,
                    "Put the file back as it was and write another migration; or, if it makes the same, repair the checksum.");
        }
        if (task.direction() == Direction.UP) {
            return inPlace ? ALREADY : FRESH;
        }
        if (entry == null) {
            throw Failures.of(
                    task,
                    "not-applied",
                    "Migration " + task.id() + " is to be taken back, but the history does not know it.",
                    NOTHING,
                    "Take back what the history lists.");
        }
        return inPlace ? FRESH : ALREADY;
    }

    private static Start unfinished(Task task, Saved saved) {
        boolean sameWay = saved.direction() == task.direction();
        String there = (sameWay ? task.writtenOf(saved.done()) : saved.done()) + " of "
                + (sameWay ? task.written() : saved.statements().size()) + " statements of its way "
                + (saved.direction() == Direction.UP ? "there" : "back") + " are done";
        if (saved.direction() != task.direction()) {
            if (task.direction() == Direction.DOWN
                    && task.takesBack() == saved.touched()
                    && task.takesBack() > 0
                    && !saved.begun()) {
                return FRESH;
            }
            throw Failures.of(
                    task,
                    "half-done",
                    "Migration " + task.id() + " is half done: " + there + ".",
                    NOTHING,
                    saved.direction() == Direction.UP
                            ? "Apply it to its end (axiom migration run), or take back what of it is there (axiom migration rollback)."
                            : "Take it back to its end first.");
        }
        boolean elsewhere = saved.cursor().rows() > 0 && !Objects.equals(saved.table(), ProgressTable.table(task));
        boolean same = !elsewhere && (saved.checksum().equals(task.checksum()) || mended(task.statements(), saved));
        if (!same) {
            throw Failures.of(
                    task,
                    "changed-in-between",
                    "Migration " + task.id() + " is half done (" + there + "), and what is done already was changed.",
                    NOTHING,
                    "Leave the statements that are done as they were; those after them may be mended.");
        }
        return RESUME;
    }

    private static boolean mended(List<String> statements, Saved saved) {
        int fixed = saved.done() + (saved.cursor().rows() > 0 ? 1 : 0);
        return statements.size() >= fixed
                && statements.subList(0, fixed).equals(saved.statements().subList(0, fixed));
    }
}
