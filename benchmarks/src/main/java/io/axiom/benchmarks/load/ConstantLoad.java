package io.axiom.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends GET requests at a constant rate whatever the answers do (open loop). Each request has a moment it is due; its latency is
 * counted from then even when it had to wait for its connection, so a stall is not hidden by the requests it held back
 * (Gil Tene's coordinated omission).
 */
public final class ConstantLoad implements AutoCloseable {

    /**
     * What came of one request.
     *
     * @param dueNanos when it was due, on {@link System#nanoTime()}'s clock
     * @param latencyNanos from then until the answer's last byte
     * @param status 0 when there was no answer
     * @param release of the {@code X-Axiom-Release} header, empty when there was none
     */
    public record Outcome(long dueNanos, long latencyNanos, int status, String release) {}

    /**
     * What came of all of them.
     *
     * @param latency from the due moment, in nanoseconds
     * @param service from the moment it was really sent, in nanoseconds
     * @param byStatus how many had which status; 0 is lost
     * @param byRelease how many were answered by which release
     */
    public record Results(
            long requests,
            Histogram latency,
            Histogram service,
            Map<Integer, Long> byStatus,
            Map<String, Long> byRelease) {
        /** Requests without an answer or with a server's error. */
        public long failed() {
            return byStatus.entrySet().stream()
                    .filter(it -> it.getKey() == 0 || it.getKey() >= 500)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final URI uri;
    private final String headers;
    private final double ratePerSecond;
    private final int connections;
    private final Consumer<Outcome> listener;
    private final Histogram latency = new ConcurrentHistogram(HIGHEST_NANOS, 3);
    private final Histogram service = new ConcurrentHistogram(HIGHEST_NANOS, 3);
    private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> byRelease = new ConcurrentHashMap<>();
    private final CountDownLatch ended;
    private volatile boolean stopped;

    /**
     * @param connections enough that one is free whenever a request is due; each has a thread of its own
     * @param listener hears every outcome, on the connection's thread
     */
    public ConstantLoad(
            URI uri, Map<String, String> headers, double ratePerSecond, int connections, Consumer<Outcome> listener) {
        this.uri = uri;
        StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        this.headers = lines.toString();
        this.ratePerSecond = ratePerSecond;
        this.connections = connections;
        this.listener = listener;
        this.ended = new CountDownLatch(connections);
    }

    public static ConstantLoad of(URI uri, double ratePerSecond, int connections) {
        return new ConstantLoad(uri, Map.of(), ratePerSecond, connections, _ -> {});
    }

    /** Sends until {@link #stop()}. */
    public ConstantLoad start() {
        long start = System.nanoTime() + 5_000_000;
        for (int i = 0; i < connections; i++) {
            int index = i;
            Thread.ofPlatform().name("load-" + i).daemon().start(() -> run(start, index));
        }
        return this;
    }

    /** Sends for that long and returns what came of it. */
    public Results run(long duration, TimeUnit unit) throws InterruptedException {
        start();
        unit.sleep(duration);
        return stop();
    }

    private void run(long start, int index) {
        double gap = 1e9 / ratePerSecond;
        try (HttpConnection connection = new HttpConnection(uri, headers)) {
            for (long turn = index; !stopped; turn += connections) {
                long due = start + (long) (turn * gap);
                for (long left = due - System.nanoTime(); left > 0 && !stopped; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(Math.min(left, 100_000_000));
                }
                if (!stopped) {
                    request(connection, due);
                }
            }
        } catch (IOException _) {
            // of closing; nothing is lost by it
        } finally {
            ended.countDown();
        }
    }

    private void request(HttpConnection connection, long due) {
        long sent = System.nanoTime();
        int status;
        String release;
        try {
            HttpConnection.Answer answer = connection.call();
            status = answer.status();
            release = answer.release();
        } catch (IOException | RuntimeException _) {
            status = 0;
            release = "";
        }
        long now = System.nanoTime();
        latency.recordValue(Math.min(HIGHEST_NANOS, now - due));
        service.recordValue(Math.min(HIGHEST_NANOS, now - sent));
        byStatus.computeIfAbsent(status, _ -> new LongAdder()).increment();
        byRelease.computeIfAbsent(release, _ -> new LongAdder()).increment();
        listener.accept(new Outcome(due, now - due, status, release));
    }

    /** Waits for the requests under way and returns what came of all. */
    public Results stop() throws InterruptedException {
        stopped = true;
        ended.await(35, TimeUnit.SECONDS);
        Map<Integer, Long> statuses = new TreeMap<>();
        byStatus.forEach((status, count) -> statuses.put(status, count.sum()));
        Map<String, Long> releases = new TreeMap<>();
        byRelease.forEach((release, count) -> releases.put(release, count.sum()));
        return new Results(latency.getTotalCount(), latency.copy(), service.copy(), statuses, releases);
    }

    @Override
    public void close() {
        stopped = true;
    }
}
