package io.axiom.migration.run;

import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;

/** How far the replicas that are connected to a PostgreSQL primary are behind in replaying. It grows while one stands still. */
final class ReplicationLag {
    private static final String LOOK = "SELECT count(*) FILTER (WHERE state IS NULL) AS hidden,"
            + " coalesce(max(extract(epoch FROM replay_lag)) * 1000, 0)::bigint AS lag FROM pg_stat_replication";

    private ReplicationLag() {}

    /** There are replicas, and the user may not see how far they are: everything about them is NULL. */
    static final class Hidden extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Hidden() {
            super("The replicas are not shown to this user", null, false, false);
        }
    }

    /** @throws Hidden where it cannot be told */
    static Duration now(SqlSession session) {
        Row row = session.query(LOOK).getFirst();
        if (row.number("hidden") > 0) {
            throw new Hidden();
        }
        return Duration.ofMillis(Long.parseLong(row.text("lag")));
    }
}
