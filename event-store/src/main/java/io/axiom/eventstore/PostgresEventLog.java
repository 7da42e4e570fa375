package io.axiom.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A context's log in PostgreSQL, in the schema {@code <context>_log} of its database, which it creates. Keeps two
 * connections open for as long as it is: one writes, one listens.
 */
public final class PostgresEventLog implements EventLog {
    private static final int READERS = 10;

    private final LogReader reader;
    private final LogSql sql;
    private final HeadWatch watch;
    private final GroupCommit writer;
    private final SnapshotTable snapshots;
    private final @Nullable HikariDataSource own;

    private PostgresEventLog(
            DataSource dataSource, @Nullable HikariDataSource own, String context, LogOptions options) {
        this.own = own;
        sql = new LogSql(context);
        LogSchema schema = new LogSchema(sql, options);
        try (Connection connection = dataSource.getConnection()) {
            schema.create(connection);
        } catch (SQLException e) {
            if (own != null) {
                own.close();
            }
            throw new LogUnavailableException("The log of " + context + " cannot be opened", e);
        }
        reader = new LogReader(dataSource, sql, options.patience());
        snapshots = new SnapshotTable(reader, dataSource, sql);
        watch = new HeadWatch(dataSource, sql, reader, options);
        writer = new GroupCommit(dataSource, sql, schema, options, watch::reached);
    }

    /** Opens with a pool of its own. */
    public static PostgresEventLog open(String jdbcUrl, String context) {
        return open(jdbcUrl, context, LogOptions.DEFAULT);
    }

    public static PostgresEventLog open(String jdbcUrl, String context, LogOptions options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setPoolName("axiom-log-" + context);
        config.setMinimumIdle(3);
        // A PostgreSQL that vanished without a word must not be waited for for ever.
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setMaximumPoolSize(READERS + 2);
        config.setConnectionTimeout(Math.max(250, options.patience().toMillis()));
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new LogUnavailableException("The log of " + context + " cannot be opened", e);
        }
        return new PostgresEventLog(pool, pool, context, options);
    }

    /** Opens on a pool that the caller closes after this log; two of its connections are held. */
    public static PostgresEventLog open(DataSource dataSource, String context) {
        return open(dataSource, context, LogOptions.DEFAULT);
    }

    public static PostgresEventLog open(DataSource dataSource, String context, LogOptions options) {
        return new PostgresEventLog(dataSource, null, context, options);
    }

    public String context() {
        return sql.context;
    }

    @Override
    public CompletableFuture<Appended> append(Append append) {
        Limits.check(append);
        return writer.submit(new PendingAppend(append));
    }

    @Override
    public List<StoredEvent> read(long afterPosition, int limit) {
        return reader.read(afterPosition, limit);
    }

    @Override
    public List<StoredEvent> readStream(
            String aggregateType, String aggregateId, long fromSequence, long asOf, int limit) {
        return reader.readStream(aggregateType, aggregateId, fromSequence, asOf, limit);
    }

    @Override
    public Optional<CommandOutcome> outcome(String commandId) {
        return reader.outcome(commandId);
    }

    @Override
    public long head() {
        return reader.head();
    }

    @Override
    public OptionalLong positionAt(Instant instant) {
        return reader.positionAt(instant);
    }

    @Override
    public AutoCloseable onAppend(LongConsumer listener) {
        return watch.subscribe(listener);
    }

    @Override
    public Verification verify(long afterPosition) {
        return new ChainVerifier(reader, sql).verify(afterPosition);
    }

    LogReader reader() {
        return reader;
    }

    SnapshotTable snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        writer.close();
        watch.close();
        if (own != null) {
            own.close();
        }
    }
}
