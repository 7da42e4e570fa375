package io.axiom.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows the head soon after each commit: at once for this process's own, by NOTIFY for others', by looking when in doubt. */
final class HeadWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final long RETRY_MILLIS = 200;
    /** A notification ends the wait at once; this only bounds how long closing takes. */
    private static final int WAIT_MILLIS = 100;

    private final DataSource dataSource;
    private final LogSql sql;
    private final LogReader reader;
    private final long pollNanos;
    private final List<HeadSubscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    HeadWatch(DataSource dataSource, LogSql sql, LogReader reader, LogOptions options) {
        this.dataSource = dataSource;
        this.sql = sql;
        this.reader = reader;
        this.pollNanos = options.pollInterval().toNanos();
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("axiom-log-tail-" + sql.context)
                .start(this::run);
    }

    AutoCloseable subscribe(LongConsumer listener) {
        HeadSubscription subscription = new HeadSubscription(listener, subscriptions::remove);
        subscriptions.add(subscription);
        return subscription;
    }

    void reached(long position) {
        for (HeadSubscription subscription : subscriptions) {
            subscription.reached(position);
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | LogUnavailableException e) {
                if (!closed) {
                    LOG.warn("Not listening to the log, trying again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN \"" + sql.channel + '"');
            PGConnection postgres = connection.unwrap(PGConnection.class);
            // What was committed while nobody listened.
            reached(reader.head());
            long looked = System.nanoTime();
            while (!closed) {
                PGNotification[] notifications = postgres.getNotifications(WAIT_MILLIS);
                if (notifications != null && notifications.length > 0) {
                    reached(Long.parseLong(notifications[notifications.length - 1].getParameter()));
                } else if (System.nanoTime() - looked > pollNanos) {
                    reached(reader.head());
                    looked = System.nanoTime();
                }
            }
            statement.execute("UNLISTEN *");
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        subscriptions.forEach(HeadSubscription::close);
    }
}
