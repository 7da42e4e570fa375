package io.axiom.migration.run;

import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who holds the lease on a database, and how it is taken away. */
public final class Leases {
    private static final int ATTEMPTS = 20;

    private Leases() {}

    public static Optional<LeaseHolder> holder(SqlSession session) {
        TargetSql sql = TargetSql.of(session);
        if (!sql.existing(session).contains(TargetSql.LEASE)) {
            return Optional.empty();
        }
        List<Row> rows = session.query("SELECT holder, " + sql.micros("since") + " AS since_micros, "
                + sql.micros("expires") + " - (" + sql.micros(sql.now())
                + ") AS left_micros, migration, statement FROM " + sql.table(TargetSql.LEASE)
                + " WHERE name = 'migrations' AND holder IS NOT NULL");
        return rows.stream()
                .findFirst()
                .map(row -> new LeaseHolder(
                        row.text("holder"),
                        Instant.EPOCH.plus(Long.parseLong(row.text("since_micros")), ChronoUnit.MICROS),
                        Duration.of(Long.parseLong(row.text("left_micros")), ChronoUnit.MICROS),
                        row.text("migration"),
                        row.number("statement"),
                        sql.worker(session)));
    }

    /**
     * Takes the lease away: its holder's connection is ended where the engine can do that, which rolls back its transaction, and it
     * writes nothing more. Answers who had it.
     */
    public static Optional<LeaseHolder> free(SqlSession session) {
        Optional<LeaseHolder> holder = holder(session);
        if (holder.isEmpty()) {
            return holder;
        }
        TargetSql sql = TargetSql.of(session);
        for (int attempt = 1; ; attempt++) {
            sql.evict(session, "holder IS NOT NULL");
            try {
                session.execute("UPDATE " + sql.table(TargetSql.LEASE) + " SET token = "
                        + sql.literal("freed-" + UUID.randomUUID().toString().substring(0, 30))
                        + ", holder = NULL, expires = " + sql.now() + " WHERE name = 'migrations'");
                return holder;
            } catch (SqlFailure e) {
                if (!Refusal.waits(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                Pause.before(1);
            }
        }
    }
}
