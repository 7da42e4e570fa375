package io.axiom.infrastructure;

/** A running PostgreSQL. */
public interface PostgresServer extends AutoCloseable {
    int port();

    /** JDBC URL of a database, user and password included where they are needed. */
    String jdbcUrl(String database);

    /** Creates the database unless it exists. */
    void createDatabase(String name);

    /** Process id of the server's first process, so that tests can kill it. */
    long pid();

    @Override
    void close();
}
