package io.axiom.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.axiom.eventstore.LogTransaction.Prepared;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's one writer. What waits becomes the next group shortly before the last one is committed, so that one thread makes
 * it ready while the other still waits for PostgreSQL.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final long RETRY_MILLIS = 50;

    private final DataSource dataSource;
    private final LogSql sql;
    private final LogSchema schema;
    private final LogOptions options;
    private final LongConsumer committed;
    private final BlockingQueue<PendingAppend> waiting;
    private final SynchronousQueue<Next> handover = new SynchronousQueue<>();
    private final ExecutorService answering = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("axiom-log-answers").factory());
    private final Thread preparing;
    private final Thread writing;
    private final WritePace pace;
    private volatile boolean closed;
    private @Nullable Connection connection;
    private volatile @Nullable LogTransaction transaction;

    /**
     * A group on its way to the writing thread.
     *
     * @param of the transaction that prepared it, which another may have replaced since
     * @param written done when the writing thread is through with it
     */
    private record Next(
            List<PendingAppend> pending,
            @Nullable LogTransaction of,
            @Nullable Prepared prepared,
            CompletableFuture<Void> written) {
        static final Next NONE = new Next(List.of(), null, null, new CompletableFuture<>());
    }

    GroupCommit(DataSource dataSource, LogSql sql, LogSchema schema, LogOptions options, LongConsumer committed) {
        this.dataSource = dataSource;
        this.sql = sql;
        this.schema = schema;
        this.options = options;
        this.committed = committed;
        this.waiting = new ArrayBlockingQueue<>(options.maxWaiting());
        this.writing =
                Thread.ofPlatform().daemon().name("axiom-log-" + sql.context).start(this::write);
        this.preparing = Thread.ofPlatform()
                .daemon()
                .name("axiom-log-" + sql.context + "-next")
                .unstarted(this::prepare);
        this.pace = new WritePace(preparing);
        preparing.start();
    }

    CompletableFuture<Appended> submit(PendingAppend pending) {
        if (closed || !waiting.offer(pending)) {
            pending.answer.completeExceptionally(
                    unavailable(closed ? "The log is closed" : "Too many appends wait", null));
        }
        return pending.answer;
    }

    private void prepare() {
        try {
            while (!closed || !waiting.isEmpty()) {
                PendingAppend first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    prepare(first);
                }
            }
            handover.put(Next.NONE);
        } catch (InterruptedException e) {
            closed = true;
            writing.interrupt();
        }
    }

    private void prepare(PendingAppend first) throws InterruptedException {
        pace.awaitTurn();
        List<PendingAppend> group = new ArrayList<>();
        group.add(first);
        int events = first.size();
        int most = pace.share(waiting.size() + 1);
        for (PendingAppend next;
                events < options.maxGroupEvents() && group.size() < most && (next = waiting.poll()) != null; ) {
            group.add(next);
            events += next.size();
        }
        LogTransaction current = transaction;
        Prepared prepared = null;
        try {
            prepared = current == null ? null : current.prepare(group);
        } catch (SQLException e) {
            LOG.debug("The connection was lost; the writing thread opens another", e);
        } catch (RuntimeException | Error e) {
            LOG.error("A group of appends could not be prepared", e);
            fail(group, unavailable("The log's writer failed", e));
            return;
        }
        Next next = new Next(group, current, prepared, new CompletableFuture<>());
        handover.put(next);
        if (next.prepared == null) {
            // Where the log ends is known again when this one is written.
            next.written.join();
        }
    }

    private void write() {
        try {
            for (Next next; (next = handover.take()) != Next.NONE; ) {
                pace.begin(next.pending.size());
                try {
                    commit(next.pending, next.of == transaction ? next.prepared : null);
                } catch (RuntimeException | Error e) {
                    LOG.error("A group of appends failed", e);
                    fail(next.pending, unavailable("The log's writer failed", e));
                } finally {
                    pace.end();
                    next.written.complete(null);
                }
            }
        } catch (InterruptedException e) {
            closed = true;
            preparing.interrupt();
        }
        disconnect();
    }

    private void commit(List<PendingAppend> pending, @Nullable Prepared prepared) throws InterruptedException {
        Prepared ready = prepared;
        long deadline = System.nanoTime() + options.patience().toNanos();
        AtomicReference<@Nullable Group> unanswered = new AtomicReference<>();
        while (true) {
            try {
                LogTransaction connected = connected();
                Group inDoubt = unanswered.get();
                if (inDoubt != null && connected.holds(inDoubt)) {
                    answer(inDoubt);
                    return;
                }
                unanswered.set(null);
                answer(connected.commit(pending, ready, unanswered::set));
                return;
            } catch (SQLException e) {
                ready = null;
                if (!ConnectionLoss.is(e)) {
                    disconnect();
                    refuse(pending, e);
                    return;
                }
                disconnect();
                if (System.nanoTime() > deadline || closed) {
                    fail(pending, unavailable("PostgreSQL cannot be reached", e));
                    return;
                }
                Thread.sleep(Duration.ofMillis(RETRY_MILLIS));
            }
        }
    }

    /** PostgreSQL refused a group: whoever caused it must not take the others along. */
    private void refuse(List<PendingAppend> pending, SQLException cause) throws InterruptedException {
        if (pending.size() == 1) {
            LOG.error("PostgreSQL refused an append", cause);
            fail(pending, unavailable("PostgreSQL refused the append: " + cause.getSQLState(), cause));
            return;
        }
        for (PendingAppend one : pending) {
            commit(List.of(one), null);
        }
    }

    private void answer(Group group) {
        committed.accept(group.head().position());
        answering.execute(() -> {
            group.accepted.forEach(a -> a.pending().answer.complete(a.appended()));
            group.refused.forEach(r -> r.pending().answer.completeExceptionally(r.reason()));
        });
    }

    private void fail(List<PendingAppend> pending, LogUnavailableException reason) {
        List<PendingAppend> failed = List.copyOf(pending);
        answering.execute(() -> failed.forEach(p -> p.answer.completeExceptionally(reason)));
    }

    private LogTransaction connected() throws SQLException {
        LogTransaction current = transaction;
        if (current == null) {
            Connection opened = dataSource.getConnection();
            connection = opened;
            current = new LogTransaction(sql, schema, opened);
            transaction = current;
        }
        return current;
    }

    private void disconnect() {
        Connection lost = connection;
        connection = null;
        transaction = null;
        if (lost != null) {
            try {
                // Its session settings are the writer's own: it must not go to another user of the pool.
                if (dataSource.isWrapperFor(HikariDataSource.class)) {
                    dataSource.unwrap(HikariDataSource.class).evictConnection(lost);
                } else {
                    lost.close();
                }
            } catch (SQLException e) {
                LOG.debug("Closing a broken connection", e);
            }
        }
    }

    private static LogUnavailableException unavailable(String message, @Nullable Throwable cause) {
        return new LogUnavailableException(message, cause);
    }

    /** Commits what waits, then stops. */
    @Override
    public void close() {
        closed = true;
        try {
            preparing.join(options.patience().plusSeconds(5));
            writing.join(options.patience().plusSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (PendingAppend left; (left = waiting.poll()) != null; ) {
            left.answer.completeExceptionally(unavailable("The log is closed", null));
        }
        answering.close();
    }
}
