package io.axiom.migration.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** A session over JDBC: PostgreSQL and SQLite. */
public final class JdbcSession implements SqlSession {
    private final Engine engine;
    private final Connection connection;
    private final int limitSeconds;

    private JdbcSession(Engine engine, Connection connection, int limitSeconds) {
        this.engine = engine;
        this.connection = connection;
        this.limitSeconds = limitSeconds;
    }

    /**
     * Opens a connection.
     *
     * @param limitSeconds after which a statement is cancelled; 0 for never
     */
    public static JdbcSession open(DatabaseAddress address, int limitSeconds) {
        Properties properties = new Properties();
        if (address.user() != null) {
            properties.setProperty("user", address.user());
        }
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        if (address.engine() == Engine.POSTGRESQL) {
            // Scripts go as they are: the driver's own splitter takes the body of BEGIN ATOMIC apart.
            properties.setProperty("preferQueryMode", "extendedForPrepared");
        }
        return open(address, properties, limitSeconds);
    }

    /** Opens a connection with properties of the driver. */
    public static JdbcSession open(DatabaseAddress address, Properties properties, int limitSeconds) {
        try {
            return new JdbcSession(
                    address.engine(), DriverManager.getConnection(address.url(), properties), limitSeconds);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public long execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            // Without this the driver would take {…} for its own escapes.
            statement.setEscapeProcessing(false);
            if (engine == Engine.SQLITE) {
                return SqliteScript.run(statement, sql, limitSeconds);
            }
            statement.setQueryTimeout(limitSeconds);
            statement.execute(sql);
            long changed = statement.getLargeUpdateCount();
            while (statement.getMoreResults() || statement.getLargeUpdateCount() >= 0) {
                changed = Math.max(statement.getLargeUpdateCount(), 0);
            }
            return Math.max(changed, 0);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public List<Row> query(String sql) {
        // Prepared, so that PostgreSQL plans the large catalog queries once; ?? is how its driver spells the operator
        // ?.
        String prepared = engine == Engine.POSTGRESQL ? sql.replace("?", "??") : sql;
        try (PreparedStatement statement = connection.prepareStatement(prepared);
                Deadline deadline = Deadline.of(statement, engine == Engine.SQLITE ? limitSeconds : 0)) {
            statement.setEscapeProcessing(false);
            if (engine == Engine.POSTGRESQL) {
                statement.setQueryTimeout(limitSeconds);
            }
            try (ResultSet results = statement.executeQuery()) {
                return rows(results);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static List<Row> rows(ResultSet results) throws SQLException {
        ResultSetMetaData columns = results.getMetaData();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < columns.getColumnCount(); i++) {
            positions.putIfAbsent(columns.getColumnLabel(i + 1).toLowerCase(Locale.ROOT), i);
        }
        List<Row> rows = new ArrayList<>();
        while (results.next()) {
            List<@Nullable String> values = new ArrayList<>(columns.getColumnCount());
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                values.add(results.getString(i));
            }
            rows.add(new Row(positions, values));
        }
        return rows;
    }

    @Override
    public void begin() {
        attempt(() -> connection.setAutoCommit(false));
    }

    @Override
    public void commit() {
        attempt(() -> {
            connection.commit();
            connection.setAutoCommit(true);
        });
    }

    @Override
    public void rollback() {
        attempt(() -> {
            connection.rollback();
            connection.setAutoCommit(true);
        });
    }

    @Override
    public void close() {
        attempt(connection::close);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    static SqlFailure failure(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        int position = 0;
        String message = String.valueOf(e.getMessage());
        if (e instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            position = postgres.getServerErrorMessage().getPosition();
            message = String.valueOf(postgres.getServerErrorMessage().getMessage());
            String detail = postgres.getServerErrorMessage().getDetail();
            message = detail == null ? message : message + " (" + detail + ")";
        }
        return new SqlFailure(message, state, e.getErrorCode(), position, e);
    }
}
