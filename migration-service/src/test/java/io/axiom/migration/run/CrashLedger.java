package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.plan.Housekeeping;
import io.axiom.migration.run.ProgressTable.Saved;
import io.axiom.migration.schema.Catalog;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Difference;
import io.axiom.migration.schema.diff.SchemaDiff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a database that crashed must be: another database, on a server that is not killed, in which exactly those statements are run,
 * by nobody but this class, that the history and the progress table of the crashed one say are done. Schema and rows of both must be
 * the same, so nothing is half done unless it is said where; and what the runner was told is committed must be among it.
 */
final class CrashLedger implements Progress {
    private final Engine engine;
    private final DatabaseAddress reference;
    private final Map<String, Integer> done = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Long> acknowledgedRows = new ConcurrentHashMap<>();
    private int halves;
    private int measured;

    CrashLedger(Engine engine) {
        this.engine = engine;
        this.reference = Fresh.database(engine);
        KillTest.prepare(reference);
    }

    /** How often a migration was found between two of its statements. */
    int halves() {
        return halves;
    }

    /** How often a statement that was begun had to be measured. */
    int measured() {
        return measured;
    }

    private static String key(Task task) {
        return task.direction().word() + ' ' + task.id();
    }

    @Override
    public void statement(Task task, int number, int of, long changed, Duration took) {
        boolean committed = engine == Engine.MARIADB || !task.transactional() || task.batches() != null;
        if (committed) {
            acknowledged.put(key(task), number);
            acknowledgedRows.remove(key(task));
        }
    }

    @Override
    public void batch(Task task, BatchState state) {
        acknowledgedRows.put(key(task), state.rows());
    }

    @Override
    public void completed(Task task, Duration took) {
        acknowledged.put(key(task), task.statements().size());
    }

    /** @param tasks that ran there last, all in one direction */
    void check(DatabaseAddress crashed, List<Task> tasks) {
        try (SqlSession there = crashed.open(0);
                SqlSession here = reference.open(0)) {
            TargetSql sql = TargetSql.of(there);
            Map<String, Status> history = new HashMap<>();
            History.of(there).entries().forEach(entry -> history.put(entry.id(), entry.status()));
            Map<String, Saved> half = new HashMap<>();
            if (sql.existing(there).contains(TargetSql.PROGRESS)) {
                ProgressTable.all(there, sql).forEach(saved -> half.put(saved.id(), saved));
            }
            for (Task task : tasks) {
                Status status = history.get(task.id());
                Saved saved = half.remove(task.id());
                boolean known = status == Status.RUNNING || status == Status.FAILED;
                assertThat(known)
                        .as("%s is %s and its progress %s", task.id(), status, saved)
                        .isEqualTo(saved != null);
                int now = saved != null ? measured(crashed, there, saved) : whole(task, status);
                advance(
                        here,
                        task,
                        now,
                        saved == null || now > saved.done() ? 0 : saved.cursor().rows());
            }
            assertThat(half).as("progress of no task").isEmpty();
            same(there, here);
        }
    }

    private static int whole(Task task, Status status) {
        boolean applied = status == Status.APPLIED;
        boolean done = task.direction() == Direction.UP ? applied : status == Status.ROLLED_BACK;
        return done ? task.statements().size() : 0;
    }

    private int measured(DatabaseAddress crashed, SqlSession there, Saved saved) {
        halves++;
        if (!saved.begun()) {
            return saved.done();
        }
        measured++;
        String text = saved.statements().get(saved.done());
        Recovery.Verdict verdict = new Recovery(crashed, there).find(text, SchemaBefore.unpack(saved.before()));
        assertThat(verdict).as(text).isNotInstanceOf(Recovery.Verdict.Unknown.class);
        return saved.done() + (verdict instanceof Recovery.Verdict.Happened ? 1 : 0);
    }

    private void advance(SqlSession here, Task task, int now, long reached) {
        String key = key(task);
        int before = done.getOrDefault(key, 0);
        assertThat(now)
                .as(
                        "statements of '%s', of which %d were there and %s acknowledged",
                        key, before, acknowledged.get(key))
                .isGreaterThanOrEqualTo(before)
                .isGreaterThanOrEqualTo(acknowledged.getOrDefault(key, 0));
        boolean told = now == acknowledged.getOrDefault(key, 0);
        assertThat(reached)
                .as("rows of '%s'", key)
                .isGreaterThanOrEqualTo(told ? acknowledgedRows.getOrDefault(key, 0L) : 0);
        for (int number = before; number < now; number++) {
            run(here, task.statements().get(number), rows.getOrDefault(key, 0L), KillTest.COUNTED);
            rows.remove(key);
        }
        if (reached > 0) {
            run(here, task.statements().get(now), rows.getOrDefault(key, 0L), reached);
            rows.put(key, reached);
        }
        done.put(key, now);
    }

    /** Keys are 1, 2, 3, …, so as many rows as are done, so far the keys go. */
    private static void run(SqlSession here, String statement, long after, long to) {
        here.execute(statement.replace(":from", Long.toString(after + 1)).replace(":to", Long.toString(to)));
    }

    private static void same(SqlSession there, SqlSession here) {
        Snapshot found = Housekeeping.without(Catalog.read(there));
        Snapshot expected = Housekeeping.without(Catalog.read(here));
        assertThat(SchemaDiff.differences(expected, found))
                .extracting(Difference::sentence)
                .isEmpty();
        assertThat(contents(there, found)).isEqualTo(contents(here, expected));
    }

    private static Map<String, List<String>> contents(SqlSession session, Snapshot schema) {
        Map<String, List<String>> contents = new TreeMap<>();
        schema.objects().stream()
                .filter(object -> object.kind() == Kind.TABLE)
                .map(object -> object.id().name())
                .forEach(table -> {
                    List<String> all = new ArrayList<>();
                    session.query("SELECT * FROM " + table)
                            .forEach(row -> all.add(row.values().toString()));
                    all.sort(null);
                    contents.put(table, all);
                });
        return contents;
    }
}
