package io.axiom.migration.run;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param done the tasks that ended well, in order
 * @param failed the task at which it ended; null where all ended well or none was begun
 * @param failure null where all ended well
 */
public record Outcome(
        List<Done> done, @Nullable Task failed, @Nullable Failure failure) {
    public Outcome {
        done = List.copyOf(done);
    }

    /** What became of a task. */
    public enum Result {
        APPLIED,
        TAKEN_BACK,
        /** Another run had done it before; nothing was executed. */
        ALREADY_DONE,
        /** Tried and rolled back. */
        TRIED
    }

    /**
     * A task that ended well.
     *
     * @param attempts more than 1 where locks had to be waited for
     * @param resumed whether it went on from where another run had stopped
     */
    public record Done(String id, Result result, Duration took, int attempts, boolean resumed) {}

    public boolean successful() {
        return failure == null;
    }
}
