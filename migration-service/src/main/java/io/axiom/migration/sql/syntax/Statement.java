package io.axiom.migration.sql.syntax;

import org.jspecify.annotations.Nullable;

/** A statement by what it does. */
public sealed interface Statement
        permits Statement.Transaction, Statement.SetParameter, Definition, Change, Maintenance, Unread {

    /** BEGIN, COMMIT and their kin. */
    record Transaction(Control control, boolean chain) implements Statement {
        /** What is ordered. */
        public enum Control {
            BEGIN,
            COMMIT,
            ROLLBACK,
            /** SAVEPOINT, RELEASE, ROLLBACK TO: the transaction goes on. */
            SAVEPOINT
        }
    }

    /**
     * SET, RESET, {@code set_config} and SQLite's PRAGMA.
     *
     * @param name in lower case
     * @param value in lower case, quotes removed; null where it is taken back to its default
     * @param local for the transaction only
     */
    record SetParameter(String name, @Nullable String value, boolean local) implements Statement {}
}
