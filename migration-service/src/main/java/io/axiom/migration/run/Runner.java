package io.axiom.migration.run;

import io.axiom.migration.database.DatabaseAddress;
import java.util.List;

/** Runs migrations on one database. Safe for use by several threads: the lease lets one of them run. */
public final class Runner {
    private final DatabaseAddress address;
    private final RunOptions options;
    private final String holder;

    private Runner(DatabaseAddress address, RunOptions options, String holder) {
        this.address = address;
        this.options = options;
        this.holder = holder;
    }

    /** @param holder who runs, for people: a host and process, a user */
    public static Runner on(DatabaseAddress address, RunOptions options, String holder) {
        return new Runner(address, options, holder);
    }

    /**
     * Runs the tasks in order and stops at the first that fails. A task that is done already is passed over, one that was left
     * unfinished goes on after its last statement. Never throws for what the database does; see {@link Outcome#failure}.
     */
    public Outcome run(List<Task> tasks, Progress progress) {
        throw new UnsupportedOperationException(address + " " + options + holder + tasks + progress);
    }

    /**
     * Tries the tasks without leaving anything: in a transaction that is rolled back where the database can, else on a scratch copy of
     * its schema (without rows). Statements that go through a table run for the first range only.
     */
    public Outcome dryRun(List<Task> tasks, Progress progress) {
        throw new UnsupportedOperationException(address + " " + options + holder + tasks + progress);
    }
}
