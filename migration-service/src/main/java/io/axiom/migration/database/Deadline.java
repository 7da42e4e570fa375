package io.axiom.migration.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Interrupts an SQLite statement that takes too long: the driver's own time limit only covers waiting for locks. */
final class Deadline implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sqlite-deadline").factory());

    private final @Nullable ScheduledFuture<?> alarm;

    private Deadline(@Nullable ScheduledFuture<?> alarm) {
        this.alarm = alarm;
    }

    static Deadline of(Statement statement, int seconds) {
        return new Deadline(seconds == 0 ? null : CLOCK.schedule(() -> cancel(statement), seconds, TimeUnit.SECONDS));
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // It has ended by itself.
        }
    }

    @Override
    public void close() {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
