package io.axiom.migration.run;

import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far the replicas connected to a PostgreSQL primary are behind. The server's own {@code replay_lag} stays where it is while a
 * replica replays nothing at all, so it is also measured how long ago the oldest change was written that a replica has not replayed.
 */
final class ReplicationLag {
    private static final String LOOK = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint AS written,"
            + " count(*) FILTER (WHERE state IS NULL) AS hidden,"
            + " coalesce(pg_wal_lsn_diff(min(coalesce(replay_lsn, '0/0')) FILTER (WHERE state IN ('streaming', 'catchup')),"
            + " '0/0')::bigint, -1) AS replayed,"
            + " coalesce(max(extract(epoch FROM replay_lag)) * 1000, 0)::bigint AS lag FROM pg_stat_replication";

    private final Deque<Written> written = new ArrayDeque<>();

    /** @param position of the log, in bytes */
    private record Written(long position, long nanos) {}

    /** What is seen of the replicas has no rights on it. */
    static final class Hidden extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Hidden() {
            super("The replicas are not shown to this user", null, false, false);
        }
    }

    /**
     * Looks now; to be asked after each change.
     *
     * @throws Hidden where there are replicas, and the user may not see how far they are
     */
    Duration now(SqlSession session) {
        Row row = session.query(LOOK).getFirst();
        if (row.number("hidden") > 0) {
            throw new Hidden();
        }
        long now = System.nanoTime();
        long replayed = Long.parseLong(row.text("replayed"));
        if (replayed < 0) {
            written.clear();
            return Duration.ZERO;
        }
        written.add(new Written(Long.parseLong(row.text("written")), now));
        while (!written.isEmpty() && written.getFirst().position() <= replayed) {
            written.removeFirst();
        }
        Duration oldest = written.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(now - written.getFirst().nanos());
        Duration told = Duration.ofMillis(Long.parseLong(row.text("lag")));
        return oldest.compareTo(told) > 0 ? oldest : told;
    }
}
