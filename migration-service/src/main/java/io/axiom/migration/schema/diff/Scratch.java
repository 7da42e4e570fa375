package io.axiom.migration.schema.diff;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Capture;
import io.axiom.migration.schema.CatalogReader;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.sql.SqlStatement;
import io.axiom.migration.sql.StatementSplitter;
import java.util.function.BooleanSupplier;

/**
 * A database of its own to try SQL on, dropped when closed. It is safe for SQL from strangers: its user owns this database
 * and nothing else, so it reads no files, runs no programs and sees no other database; each statement is cancelled after
 * {@link #STATEMENT_SECONDS} seconds, and scripts over {@link #MAX_SCRIPT} characters are refused.
 */
public final class Scratch implements AutoCloseable {
    public static final int STATEMENT_SECONDS = 20;
    public static final int MAX_SCRIPT = 4 * 1024 * 1024;

    private final SqlSession session;
    private final Runnable drop;
    private final CatalogReader reader;
    private final Capture initial;

    Scratch(SqlSession session, Runnable drop) {
        this.session = session;
        this.drop = drop;
        this.reader = CatalogReader.of(session);
        this.initial = capture();
    }

    /**
     * Creates one.
     *
     * @param server any database of a server; its user must be allowed to create databases, and should be allowed to create
     *     users. For SQLite only the engine matters: the scratch database is in memory.
     */
    public static Scratch on(DatabaseAddress server) {
        return switch (server.engine()) {
            case POSTGRESQL -> PostgresScratch.create(server);
            case MARIADB -> MariaDbScratch.create(server);
            case SQLITE -> SqliteScratch.create();
        };
    }

    public SqlSession session() {
        return session;
    }

    /**
     * Runs a script, each statement for itself.
     *
     * @throws RejectedException {@code migration.sql-too-large} or {@code migration.sql-refused} with the engine's message
     */
    public void apply(String script) {
        if (script.length() > MAX_SCRIPT) {
            throw new RejectedException(new Rejection(
                    "migration.sql-too-large",
                    Rejection.Kind.TOO_LARGE,
                    "The SQL has " + script.length() + " characters; at most " + MAX_SCRIPT + " are taken.",
                    "Send the schema in smaller parts, or a snapshot of it."));
        }
        if (script.isBlank()) {
            return;
        }
        try {
            if (session.engine() == Engine.MARIADB) {
                // It takes one statement at a time.
                StatementSplitter.of(session.engine().dialect()).split(script).stream()
                        .map(SqlStatement::text)
                        .forEach(session::execute);
            } else {
                session.execute(script);
            }
        } catch (SqlFailure e) {
            throw refused(e);
        }
    }

    static RejectedException refused(SqlFailure e) {
        String place = e.position() > 0 ? " (at character " + e.position() + ")" : "";
        return new RejectedException(new Rejection(
                "migration.sql-refused",
                Rejection.Kind.UNPROCESSABLE,
                "The scratch database refused the SQL: " + e.getMessage() + place + ".",
                "Correct the SQL; nothing but a scratch database was touched."));
    }

    public Snapshot snapshot() {
        return capture().snapshot();
    }

    public Capture capture() {
        return reader.capture();
    }

    /** Notes how the schema is now. What this answers says whether it is so still, and no only where that is not sure. */
    public BooleanSupplier watch() {
        return reader.watch();
    }

    /** The schema it had when it was created: what every new database of the server has. */
    public Snapshot initial() {
        return initial.snapshot();
    }

    /** Builds the schema; what cannot be rebuilt is left out and shows when the snapshots are compared. */
    public void build(Snapshot schema) {
        SchemaDiff.between(initial(), schema).statements().forEach(this::apply);
    }

    /** Empties it again, which is cheaper than a new one. */
    public void clear() {
        SchemaDiff.between(snapshot(), initial()).statements().forEach(this::apply);
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            drop.run();
        }
    }

    /** The difference between two schemas given as SQL scripts for an empty database. */
    public static SchemaDiff between(DatabaseAddress server, String from, String to) {
        return SchemaDiff.between(schema(server, from), schema(server, to));
    }

    /** The schema a script builds in an empty database. */
    public static Snapshot schema(DatabaseAddress server, String script) {
        try (Scratch scratch = on(server)) {
            scratch.apply(script);
            return scratch.snapshot();
        }
    }
}
