package io.axiom.migration.run;

import io.axiom.migration.database.SqlFailure;
import java.util.Set;

/** What kind of refusal an engine's error is. */
final class Refusal {
    /** PostgreSQL: serialization failure, deadlock, lock not available. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");
    /** MariaDB: lock wait timeout, deadlock, record changed. SQLite's codes are in the lowest byte. */
    private static final Set<Integer> MARIADB = Set.of(1205, 1213, 1020);

    /** MariaDB: disk full, table full. */
    private static final Set<Integer> MARIADB_FULL = Set.of(1021, 1114);

    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    /** PostgreSQL: connection broke, administrator ended it, crash, cannot connect now. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P05");
    /** PostgreSQL: what cannot be in a transaction, or not with what was added in the same one. */
    private static final Set<String> ALONE = Set.of("25001", "55P04");

    private Refusal() {}

    /** Whether the same may work a little later. */
    static boolean waits(SqlFailure failure) {
        int code = failure.vendorCode();
        boolean sqlite =
                failure.sqlState().isEmpty() && ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED);
        return STATES.contains(failure.sqlState()) || MARIADB.contains(code) || sqlite;
    }

    /** Whether the connection is gone. */
    static boolean lost(SqlFailure failure) {
        return failure.sqlState().startsWith("08") || ENDED.contains(failure.sqlState());
    }

    /** Whether there is no room left for what is to be stored. */
    static boolean full(SqlFailure failure) {
        int code = failure.vendorCode();
        boolean sqlite = failure.sqlState().isEmpty() && (code & 0xFF) == SQLITE_FULL;
        // "Got error 28 …" is what MariaDB's storage engines say of ENOSPC.
        boolean engine = code == 1030 && String.valueOf(failure.getMessage()).contains("error 28 ");
        return failure.sqlState().equals("53100") || MARIADB_FULL.contains(code) || engine || sqlite;
    }

    static boolean alone(SqlFailure failure) {
        return ALONE.contains(failure.sqlState());
    }
}
