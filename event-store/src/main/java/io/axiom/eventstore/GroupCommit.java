package io.axiom.eventstore;

import com.zaxxer.hikari.HikariDataSource;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process's one writer: whatever waits when the last group is committed becomes the next group. */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final long RETRY_MILLIS = 50;

    private final DataSource dataSource;
    private final LogSql sql;
    private final LogSchema schema;
    private final LogOptions options;
    private final LongConsumer committed;
    private final BlockingQueue<PendingAppend> waiting;
    private final ExecutorService answering = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("axiom-log-answers").factory());
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Connection connection;
    private @Nullable LogTransaction transaction;

    GroupCommit(DataSource dataSource, LogSql sql, LogSchema schema, LogOptions options, LongConsumer committed) {
        this.dataSource = dataSource;
        this.sql = sql;
        this.schema = schema;
        this.options = options;
        this.committed = committed;
        this.waiting = new ArrayBlockingQueue<>(options.maxWaiting());
        this.thread =
                Thread.ofPlatform().daemon().name("axiom-log-" + sql.context).start(this::run);
    }

    CompletableFuture<Appended> submit(PendingAppend pending) {
        if (closed || !waiting.offer(pending)) {
            pending.answer.completeExceptionally(
                    unavailable(closed ? "The log is closed" : "Too many appends wait", null));
        }
        return pending.answer;
    }

    private void run() {
        List<PendingAppend> group = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                PendingAppend first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                group.add(first);
                int events = first.size();
                for (PendingAppend next; events < options.maxGroupEvents() && (next = waiting.poll()) != null; ) {
                    group.add(next);
                    events += next.size();
                }
                commit(List.copyOf(group));
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException | Error e) {
                LOG.error("A group of appends failed", e);
                fail(group, unavailable("The log's writer failed", e));
            } finally {
                group.clear();
            }
        }
        disconnect();
    }

    private void commit(List<PendingAppend> pending) throws InterruptedException {
        long deadline = System.nanoTime() + options.patience().toNanos();
        AtomicReference<@Nullable Group> unanswered = new AtomicReference<>();
        while (true) {
            try {
                LogTransaction transaction = connected();
                Group inDoubt = unanswered.get();
                if (inDoubt != null && transaction.holds(inDoubt)) {
                    answer(inDoubt);
                    return;
                }
                unanswered.set(null);
                answer(transaction.commit(pending, unanswered::set));
                return;
            } catch (SQLException e) {
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
            commit(List.of(one));
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
            thread.join(options.patience().plusSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (PendingAppend left; (left = waiting.poll()) != null; ) {
            left.answer.completeExceptionally(unavailable("The log is closed", null));
        }
        answering.close();
    }
}
