package io.axiom.benchmarks.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Readers and writers of single rows of a table, each at a steady pace. A time is counted from when the statement was due, so that
 * one which waits for another counts too.
 */
final class Clients implements AutoCloseable {
    private static final long BETWEEN_NANOS = 20_000_000;
    private static final long HIGHEST_MICROS = 600_000_000;

    private final String url;
    private final String table;
    private final long rows;
    private final Histogram reads = new Histogram(HIGHEST_MICROS, 3);
    private final Histogram writes = new Histogram(HIGHEST_MICROS, 3);
    private final AtomicLong failures = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    Clients(String url, String table, long rows) {
        this.url = url;
        this.table = table;
        this.rows = rows;
    }

    Clients start(int readers, int writers) {
        for (int i = 0; i < readers; i++) {
            start("SELECT note FROM " + table + " WHERE id = ?", reads, i);
        }
        for (int i = 0; i < writers; i++) {
            start("UPDATE " + table + " SET note = 'written' WHERE id = ?", writes, 100 + i);
        }
        return this;
    }

    private void start(String sql, Histogram times, int seed) {
        threads.add(Thread.ofPlatform().start(() -> {
            SplittableRandom random = new SplittableRandom(seed);
            try (Connection connection = DriverManager.getConnection(url);
                    Statement settings = connection.createStatement()) {
                if (url.startsWith("jdbc:sqlite:")) {
                    settings.execute("PRAGMA busy_timeout = 30000");
                }
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    long due = System.nanoTime();
                    while (!stopped) {
                        LockSupport.parkNanos(due - System.nanoTime());
                        if (System.nanoTime() < due) {
                            continue;
                        }
                        statement.setLong(1, 1 + random.nextLong(rows));
                        statement.execute();
                        record(times, (System.nanoTime() - due) / 1_000);
                        due += BETWEEN_NANOS;
                    }
                }
            } catch (SQLException e) {
                failures.incrementAndGet();
                System.out.println("A client ended: " + e.getMessage());
            }
        }));
    }

    private static void record(Histogram times, long micros) {
        synchronized (times) {
            times.recordValue(Math.min(micros, HIGHEST_MICROS));
        }
    }

    String sentence() {
        return "reads " + sentence(reads) + "; writes " + sentence(writes) + (failures.get() > 0 ? "; FAILED" : "");
    }

    private static String sentence(Histogram times) {
        synchronized (times) {
            return String.format(
                    Locale.ROOT,
                    "%,d p50 %.1f p99 %.1f max %.0f ms",
                    times.getTotalCount(),
                    times.getValueAtPercentile(50) / 1e3,
                    times.getValueAtPercentile(99) / 1e3,
                    times.getMaxValue() / 1e3);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
