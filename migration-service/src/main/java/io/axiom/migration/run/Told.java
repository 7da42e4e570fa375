package io.axiom.migration.run;

import java.time.Duration;

/** Tells of executed statements as the author of the file counts them: what keeps data belongs to the statement it is kept for. */
final class Told {
    private final Progress progress;
    private final Task task;
    private final int of;
    private long keepingNanos;

    Told(Progress progress, Task task) {
        this.progress = progress;
        this.task = task;
        this.of = task.written();
    }

    /** @param number with the statements that keep data */
    void statement(int number, long rows, long nanos) {
        if (!task.written(number)) {
            keepingNanos += nanos;
            return;
        }
        progress.statement(task, task.number(number), of, rows, Duration.ofNanos(nanos + keepingNanos));
        keepingNanos = 0;
    }
}
