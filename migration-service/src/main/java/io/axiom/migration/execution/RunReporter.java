package io.axiom.migration.execution;

import io.axiom.migration.registry.RunFact;
import io.axiom.migration.run.BatchState;
import io.axiom.migration.run.Failure;
import io.axiom.migration.run.Progress;
import io.axiom.migration.run.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tells the log what the runner does, in order and without keeping it waiting: whatever happened meanwhile becomes one report.
 * A report follows the one before it after a moment at the earliest, for each is a transaction beside those of the migrations. Batches are
 * told once a second, not each.
 */
final class RunReporter implements Progress, AutoCloseable {
    private static final int MOST = 500;
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(200);
    private static final long BETWEEN_BATCHES = Duration.ofSeconds(1).toNanos();
    private static final RunFact END = new RunFact.Ended(null);

    private final BlockingQueue<RunFact> facts = new LinkedBlockingQueue<>();
    private final Consumer<List<RunFact>> report;
    private final BooleanSupplier stopped;
    private final Thread sender;
    private final CountDownLatch closing = new CountDownLatch(1);
    private long lastBatchAt = System.nanoTime() - BETWEEN_BATCHES;

    /**
     * @param report returns when the log has it
     * @param stopped whether the runner was told to stop: what it says then is about that, not about the migrations
     */
    RunReporter(Consumer<List<RunFact>> report, BooleanSupplier stopped) {
        this.report = report;
        this.stopped = stopped;
        this.sender = Thread.ofVirtual().name("migration-reports").start(this::send);
    }

    private void send() {
        try {
            while (true) {
                List<RunFact> together = new ArrayList<>();
                together.add(facts.take());
                facts.drainTo(together, MOST);
                boolean ended = together.removeIf(fact -> fact == END);
                if (!together.isEmpty()) {
                    report.accept(together);
                }
                if (ended) {
                    return;
                }
                closing.await(BETWEEN_REPORTS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void add(RunFact fact) {
        if (!stopped.getAsBoolean()) {
            facts.add(fact);
        }
    }

    @Override
    public void started(Task task) {
        add(new RunFact.Started(task.id()));
    }

    @Override
    public void statement(Task task, int number, int of, long rows, Duration took) {
        add(new RunFact.Statement(task.id(), number, of, rows, took.toMillis()));
    }

    @Override
    public void batch(Task task, BatchState state) {
        long now = System.nanoTime();
        if (now - lastBatchAt < BETWEEN_BATCHES && state.rows() < state.total()) {
            return;
        }
        lastBatchAt = now;
        add(new RunFact.Batch(
                task.id(),
                state.rows(),
                state.percent(),
                state.rowsPerSecond(),
                state.left().toSeconds()));
    }

    @Override
    public void completed(Task task, Duration took) {
        add(new RunFact.Done(task.id(), took.toMillis()));
    }

    @Override
    public void failed(Task task, Failure failure) {
        add(new RunFact.Failed(task.id(), Failures.of(failure)));
    }

    /** Returns when the log has everything. */
    @Override
    public void close() throws InterruptedException {
        facts.add(END);
        closing.countDown();
        sender.join();
    }
}
