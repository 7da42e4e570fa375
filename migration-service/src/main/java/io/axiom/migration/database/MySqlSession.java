package io.axiom.migration.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session with MariaDB or MySQL over {@code vertx-mysql-client}. Statements go by the prepared protocol: it carries one
 * statement at a time, and in it no server can ask for a file of this machine ({@code LOAD DATA LOCAL INFILE}).
 */
final class MySqlSession implements SqlSession {
    private static final int FOREVER_SECONDS = 7 * 24 * 3600;
    private static final int CONNECT_SECONDS = 30;
    /** ER_UNSUPPORTED_PS: MySQL does not prepare every statement; those are then sent as text. */
    private static final int UNPREPARABLE = 1295;

    /** What could, sent as text, make the server ask for a file; such words cannot be written in another way. */
    private static final List<String> RISKY = List.of("INFILE", "EXECUTE", "PREPARE", "CALL");

    private static final Pattern LOCAL_FILE = Pattern.compile("(?is)\\bLOCAL\\b.*\\bINFILE\\b");

    private static final class Client {
        static final Vertx VERTX = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setUseDaemonThread(true));
    }

    private final MySQLConnection connection;
    private final int limitSeconds;

    private MySqlSession(MySQLConnection connection, int limitSeconds) {
        this.connection = connection;
        this.limitSeconds = limitSeconds;
    }

    static MySqlSession open(DatabaseAddress address, int limitSeconds) {
        MySQLConnectOptions options = MySqlUrl.options(address);
        MySQLConnection connection = await(MySQLConnection.connect(Client.VERTX, options), CONNECT_SECONDS);
        // Who waits for an answer is told that the connection broke; the driver would print it too.
        connection.exceptionHandler(_ -> {});
        MySqlSession session = new MySqlSession(connection, limitSeconds);
        if (limitSeconds > 0) {
            try {
                session.execute("SET SESSION max_statement_time = " + limitSeconds);
            } catch (SqlFailure e) {
                // MySQL has no such limit; the waiting side's own applies.
            }
        }
        return session;
    }

    @Override
    public Engine engine() {
        return Engine.MARIADB;
    }

    @Override
    public long execute(String sql) {
        return run(sql).rowCount();
    }

    @Override
    public List<Row> query(String sql) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        for (io.vertx.sqlclient.Row row : run(sql)) {
            List<@Nullable String> values = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                positions.putIfAbsent(row.getColumnName(i).toLowerCase(Locale.ROOT), i);
                values.add(text(row.getValue(i)));
            }
            rows.add(new Row(positions, values));
        }
        return rows;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Buffer bytes
                ? HexFormat.of().formatHex(bytes.getBytes())
                : value == null ? null : value.toString();
    }

    private RowSet<io.vertx.sqlclient.Row> run(String sql) {
        if (LOCAL_FILE.matcher(sql).find()) {
            throw new SqlFailure(
                    "LOAD DATA LOCAL INFILE would read a file of the machine Axiom runs on and is not run",
                    "42000",
                    0,
                    0,
                    null);
        }
        int seconds = limitSeconds == 0 ? FOREVER_SECONDS : limitSeconds + 1;
        try {
            return await(connection.preparedQuery(sql).execute(), seconds);
        } catch (SqlFailure e) {
            String upper = sql.toUpperCase(Locale.ROOT);
            if (e.vendorCode() != UNPREPARABLE || RISKY.stream().anyMatch(upper::contains)) {
                throw e;
            }
            return await(connection.query(sql).execute(), seconds);
        }
    }

    private static <T> T await(Future<T> future, int seconds) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof MySQLException mysql) {
                // The driver wraps it: {errorMessage=…, errorCode=…, sqlState=…}
                String message = String.valueOf(mysql.getMessage())
                        .replaceFirst("(?s)^\\{errorMessage=(.*), errorCode=.*$", "$1");
                throw new SqlFailure(message, String.valueOf(mysql.getSqlState()), mysql.getErrorCode(), 0, cause);
            }
            throw new SqlFailure(String.valueOf(cause.getMessage()), "08006", 0, 0, cause);
        } catch (TimeoutException e) {
            throw new SqlFailure("no answer after " + seconds + " seconds", "57014", 0, 0, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SqlFailure("interrupted", "57014", 0, 0, e);
        }
    }

    @Override
    public void begin() {
        execute("START TRANSACTION");
    }

    @Override
    public void commit() {
        execute("COMMIT");
    }

    @Override
    public void rollback() {
        execute("ROLLBACK");
    }

    @Override
    public void close() {
        await(connection.close(), CONNECT_SECONDS);
    }
}
