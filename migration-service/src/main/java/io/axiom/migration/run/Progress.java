package io.axiom.migration.run;

import java.time.Duration;

/**
 * Is told what happens, when it has happened, in order, by the thread that runs the migrations. What it throws ends the run after the
 * transaction that is open is rolled back; what it is told of a transaction that is then rolled back and tried again is told again.
 */
public interface Progress {
    Progress NONE = new Progress() {};

    /** The task begins, or begins again after it could not get a lock. */
    default void started(Task task) {}

    /**
     * A statement of the migration was executed, and what keeps data for it before that. In a transaction it is not yet committed.
     *
     * @param number counted from 1, as in the file
     * @param of how many there are, those that only keep data left out
     * @param rows changed
     */
    default void statement(Task task, int number, int of, long rows, Duration took) {}

    /** A range of keys is committed. */
    default void batch(Task task, BatchState state) {}

    /** It is committed and in the history. */
    default void completed(Task task, Duration took) {}

    default void failed(Task task, Failure failure) {}
}
