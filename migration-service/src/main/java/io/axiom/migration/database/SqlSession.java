package io.axiom.migration.database;

import java.util.List;

/**
 * One connection to one database. Outside of {@link #begin} and {@link #commit} every statement is its own transaction.
 * Not for use by several threads at once. Every method throws {@link SqlFailure} when the engine refuses.
 */
public interface SqlSession extends AutoCloseable {
    Engine engine();

    /** Runs one statement, or a script where the engine takes one. Answers how many rows the (last) statement changed. */
    long execute(String sql);

    List<Row> query(String sql);

    void begin();

    void commit();

    void rollback();

    @Override
    void close();
}
