package io.axiom.migration.run;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.run.ProgressTable.Cursor;
import io.axiom.migration.source.Batches;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a statement once per range of keys, each with the cursor in a transaction of its own. */
final class RangeRun {
    private static final Duration LAG_POLL = Duration.ofMillis(500);

    private final Target target;
    private final TargetSql sql;
    private final Progress progress;
    private final Task task;
    private final Step step;
    private final Batches batches;
    private final Ranges ranges;
    private Cursor cursor = Cursor.NONE;
    private boolean finished;

    RangeRun(Target target, Progress progress, Task task, Step step) {
        this.target = target;
        this.sql = target.sql();
        this.progress = progress;
        this.task = task;
        this.step = step;
        this.batches = Objects.requireNonNull(task.batches());
        this.ranges = Ranges.of(sql.engine(), step.text());
    }

    /** What speaks against it, before anything runs. */
    static void check(Target target, Task task, Step step) {
        Batches batches = Objects.requireNonNull(task.batches());
        String untouched = "Nothing of this statement was run.";
        if (!Ranges.of(target.sql().engine(), step.text()).both()) {
            throw Failures.at(
                    task,
                    step.number(),
                    "range-open",
                    "The statement has one of :from and :to, not both.",
                    untouched,
                    "Write WHERE " + batches.key() + " BETWEEN :from AND :to; both ends belong to the range.");
        }
        if (batches.maxReplicationLag() != null) {
            if (target.sql().engine() != Engine.POSTGRESQL) {
                throw lagUnknown(
                        task, step, "Only PostgreSQL tells a primary how far its replicas are behind.", untouched);
            }
            lag(target, task, step, untouched);
        }
        if (target.sql().engine() == Engine.MARIADB && !Tables.transactional(target, step.text())) {
            throw Failures.at(
                    task,
                    step.number(),
                    "table-without-transactions",
                    "The table's engine has no transactions, so a range and its record could not be written together.",
                    untouched,
                    "Change its engine to InnoDB first, or write the migration without ranges.");
        }
    }

    /** Answers the rows changed; the work is handed to what tries it again. */
    long run(Cursor from, Consumer<Runnable> retrying) {
        check(target, task, step);
        cursor = from;
        long start = System.nanoTime();
        KeyType type = KeyType.of(target, batches);
        if (!cursor.begun()) {
            retrying.accept(() -> cursor = measure());
        }
        long before = cursor.rows();
        while (!finished) {
            retrying.accept(() -> next(type));
            double seconds = (System.nanoTime() - start) / 1e9;
            double rate = (cursor.rows() - before) / Math.max(seconds, 1e-9);
            long left = Math.max(0, cursor.total() - cursor.rows());
            Duration time = rate <= 0 ? Duration.ZERO : Duration.ofMillis((long) (left / rate * 1000));
            progress.batch(
                    task,
                    new BatchState(
                            task.number(step.number()),
                            cursor.number(),
                            cursor.rows(),
                            cursor.total(),
                            cursor.changed(),
                            rate,
                            finished ? Duration.ZERO : time));
            if (!finished) {
                rest();
            }
        }
        return cursor.changed();
    }

    private Cursor measure() {
        target.begin();
        Row counts = target.query(
                        "SELECT count(*) AS total, count(" + batches.key() + ") AS keyed FROM " + batches.table())
                .getFirst();
        if (!counts.text("total").equals(counts.text("keyed"))) {
            throw Failures.at(
                    task,
                    step.number(),
                    "key-null",
                    "Some rows of " + batches.table() + " have no " + batches.key()
                            + ", and no range would reach them.",
                    "Nothing of this statement was run.",
                    "Go through a column that is NOT NULL, such as the primary key.");
        }
        List<Row> last = target.query("SELECT " + batches.key() + " AS axiom_key FROM " + batches.table() + " ORDER BY "
                + batches.key() + " DESC LIMIT 1");
        String end = last.isEmpty() ? null : last.getFirst().get("axiom_key");
        Cursor measured = new Cursor(null, end, 0, Long.parseLong(counts.text("total")), 0, 0);
        target.commit(List.of(ProgressTable.at(sql, task.id(), measured)));
        return measured;
    }

    private void next(KeyType type) {
        Cursor at = cursor;
        target.begin();
        Row range = at.end() == null ? null : range(type, at);
        boolean none = range == null || range.number("n") == 0;
        Cursor reached = at;
        if (range != null && !none) {
            String high = String.valueOf(range.get("high"));
            long changed =
                    target.execute(ranges.with(type.literal(String.valueOf(range.get("low"))), type.literal(high)));
            reached = new Cursor(
                    high, at.end(), at.rows() + range.number("n"), at.total(), at.changed() + changed, at.number() + 1);
        }
        boolean last = none || Objects.equals(reached.key(), reached.end());
        target.commit(List.of(
                last ? ProgressTable.done(sql, task.id(), step.number()) : ProgressTable.at(sql, task.id(), reached)));
        cursor = reached;
        finished = last;
    }

    private @Nullable Row range(KeyType type, Cursor at) {
        String key = batches.key();
        String after = at.key() == null ? "" : key + " > " + type.literal(at.key()) + " AND ";
        String end = type.literal(String.valueOf(at.end()));
        return target.query("WITH axiom_range AS (SELECT " + key + " AS k FROM " + batches.table() + " WHERE " + after
                        + key
                        + " <= " + end + " ORDER BY " + key + " LIMIT " + batches.size() + ") SELECT count(*) AS n,"
                        + " (SELECT k FROM axiom_range ORDER BY k LIMIT 1) AS low,"
                        + " (SELECT k FROM axiom_range ORDER BY k DESC LIMIT 1) AS high FROM axiom_range")
                .getFirst();
    }

    private static Duration lag(Target target, Task task, Step step, String state) {
        try {
            return ReplicationLag.now(target.session());
        } catch (ReplicationLag.Hidden e) {
            throw lagUnknown(task, step, "The user may not see how far the replicas are behind.", state);
        }
    }

    private static RunFailure lagUnknown(Task task, Step step, String detail, String state) {
        return Failures.at(
                task,
                step.number(),
                "lag-unknown",
                detail,
                state,
                "Remove max-replication-lag and use batch-pause; on PostgreSQL, GRANT pg_read_all_stats to the user.");
    }

    private void rest() {
        if (!batches.pause().isZero()) {
            Pause.of(batches.pause());
        }
        Duration most = batches.maxReplicationLag();
        if (most != null) {
            String state = "What is done is committed, up to row " + cursor.rows() + "; it goes on from there.";
            while (lag(target, task, step, state).compareTo(most) > 0) {
                Pause.of(LAG_POLL);
            }
        }
    }
}
