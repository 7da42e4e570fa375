package io.axiom.runtime.reaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Picks one instance of a service to run what must run once: the holder of a session advisory lock in the service's database.
 * PostgreSQL frees the lock when the holder's connection ends, so after {@code kill -9} another takes over within a moment.
 */
public final class Leadership implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final Duration RETRY = Duration.ofMillis(150);
    private static final Duration CHECK = Duration.ofMillis(1000);

    /** Runs on the leading instance only. */
    public interface Duty {
        void lead() throws Exception;

        /** Returns when nothing more is started. */
        void stepDown();
    }

    private final String lockName;
    private final DataSource dataSource;
    private final List<Duty> duties;
    private volatile boolean running;
    private volatile boolean leading;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    /** @param dataSource gives a connection that may be kept; not from a small pool */
    public Leadership(String lockName, DataSource dataSource, List<Duty> duties) {
        this.lockName = lockName;
        this.dataSource = dataSource;
        this.duties = duties;
    }

    /** Whether this instance leads. */
    public boolean leading() {
        return leading;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("leadership").start(this::run);
    }

    private void run() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                waitForLock(connection);
                if (running) {
                    lead(connection);
                }
            } catch (SQLException e) {
                LOG.warn("Leadership is undecided while the database cannot be reached: {}", e.getMessage());
                pause(RETRY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void waitForLock(Connection connection) throws SQLException, InterruptedException {
        while (running && !holds(connection, "SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            TimeUnit.NANOSECONDS.sleep(RETRY.toNanos());
        }
    }

    private void lead(Connection connection) throws SQLException, InterruptedException {
        leading = true;
        try {
            for (Duty duty : duties) {
                begin(duty);
            }
            while (running) {
                TimeUnit.NANOSECONDS.sleep(CHECK.toNanos());
                try (PreparedStatement alive = connection.prepareStatement("SELECT 1")) {
                    alive.setQueryTimeout(5);
                    alive.executeQuery().close();
                }
            }
        } finally {
            leading = false;
            duties.reversed().forEach(Duty::stepDown);
        }
    }

    private static void begin(Duty duty) {
        try {
            duty.lead();
        } catch (Exception e) {
            LOG.error("{} could not start leading", duty.getClass().getSimpleName(), e);
        }
    }

    private boolean holds(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lockName);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
