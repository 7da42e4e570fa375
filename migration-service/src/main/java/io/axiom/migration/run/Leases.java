package io.axiom.migration.run;

import io.axiom.migration.database.SqlSession;
import java.util.Optional;

/** Who holds the lease on a database, and how it is taken away. */
public final class Leases {
    private Leases() {}

    public static Optional<LeaseHolder> holder(SqlSession session) {
        throw new UnsupportedOperationException(session.toString());
    }

    /**
     * Takes the lease away: its holder's connection is ended where the engine can do that, which rolls back its transaction, and it
     * writes nothing more. Answers who had it.
     */
    public static Optional<LeaseHolder> free(SqlSession session) {
        throw new UnsupportedOperationException(session.toString());
    }
}
