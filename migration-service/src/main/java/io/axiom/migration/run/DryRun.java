package io.axiom.migration.run;

import io.axiom.language.RejectedException;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.run.Outcome.Done;
import io.axiom.migration.run.Outcome.Result;
import io.axiom.migration.run.Step.Way;
import io.axiom.migration.schema.Catalog;
import io.axiom.migration.schema.diff.Scratch;
import io.axiom.migration.source.Batches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries migrations and leaves nothing. */
final class DryRun {
    private static final String STATE = "The database is as it was: this was a dry run.";

    private final DatabaseAddress address;
    private final RunOptions options;
    private final Progress progress;
    private final List<Done> done = new ArrayList<>();
    private @Nullable Task current;
    private int number;

    DryRun(DatabaseAddress address, RunOptions options, Progress progress) {
        this.address = address;
        this.options = options;
        this.progress = progress;
    }

    Outcome run(List<Task> tasks) {
        try {
            if (address.engine() == Engine.MARIADB || alone(tasks)) {
                onScratch(tasks);
            } else {
                inPlace(tasks);
            }
            return new Outcome(done, null, null);
        } catch (RunFailure e) {
            return ended(e.failure());
        } catch (RejectedException e) {
            return ended(new Failure(
                    e.rejection().code(),
                    e.rejection().detail(),
                    null,
                    0,
                    0,
                    "",
                    STATE,
                    e.rejection().next()));
        } catch (SqlFailure e) {
            Task task = current;
            return ended(
                    task == null
                            ? Failures.of("unreachable", Failures.message(e), STATE, "See that the database runs.")
                                    .failure()
                            : Failures.refused(task, number, e, STATE).failure());
        }
    }

    private Outcome ended(Failure failure) {
        Task task = current;
        if (task != null) {
            progress.failed(task, failure);
        }
        return new Outcome(done, task, failure);
    }

    private boolean alone(List<Task> tasks) {
        boolean alone = false;
        for (Task task : tasks) {
            current = task;
            alone |= Step.of(task, address.engine()).stream().anyMatch(step -> step.way() == Way.ALONE);
        }
        current = null;
        return alone;
    }

    private void inPlace(List<Task> tasks) {
        boolean apart = false;
        try (SqlSession session = address.open(0)) {
            TargetSql sql = TargetSql.of(session);
            sql.script(session, sql.settings(options));
            List<String> begin = new ArrayList<>(List.of(sql.engine() == Engine.SQLITE ? "BEGIN IMMEDIATE" : "BEGIN"));
            if (sql instanceof PostgresSql postgres) {
                begin.addAll(postgres.timeouts(options, "SET LOCAL"));
            } else if (tasks.stream()
                    .flatMap(task -> task.statements().stream())
                    .anyMatch(this::outside)) {
                session.execute("PRAGMA foreign_keys = OFF");
            }
            try {
                sql.script(session, begin);
                all(session, tasks);
            } catch (SqlFailure e) {
                if (!Refusal.alone(e)) {
                    throw e;
                }
                apart = true;
            } finally {
                Rollback.quietly(session);
            }
        }
        if (apart) {
            done.clear();
            onScratch(tasks);
        }
    }

    private boolean outside(String text) {
        return Words.first(Engine.SQLITE, text).equals("pragma");
    }

    private void onScratch(List<Task> tasks) {
        try (SqlSession session = address.open(0);
                Scratch scratch = Scratch.on(address)) {
            scratch.build(Catalog.read(session));
            all(scratch.session(), tasks);
        }
    }

    private void all(SqlSession session, List<Task> tasks) {
        for (Task task : tasks) {
            current = task;
            number = 0;
            progress.started(task);
            Told told = new Told(progress, task);
            ForeignKeys references = new ForeignKeys(session, task);
            references.remember();
            long start = System.nanoTime();
            for (Step step : Step.of(task, session.engine())) {
                number = step.number();
                long began = System.nanoTime();
                long rows = step.way() == Way.NOTHING || step.way() == Way.OUTSIDE
                        ? 0
                        : session.execute(step.way() == Way.RANGES ? ranged(session, task, step) : step.text());
                told.statement(number, rows, System.nanoTime() - began);
            }
            references.check(STATE);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            done.add(new Done(task.id(), Result.TRIED, took, 1, false));
            progress.completed(task, took);
        }
        current = null;
    }

    /** The statement for the first range; for none where there are no rows. */
    private static String ranged(SqlSession session, Task task, Step step) {
        Ranges ranges = Ranges.of(session.engine(), step.text());
        Batches batches = task.batches();
        if (batches == null) {
            return ranges.with("NULL", "NULL");
        }
        Row range = session.query("SELECT min(k) AS low, max(k) AS high FROM (SELECT " + batches.key() + " AS k FROM "
                        + batches.table() + " ORDER BY " + batches.key() + " LIMIT " + batches.size()
                        + ") AS axiom_range")
                .getFirst();
        String low = range.get("low");
        String high = range.get("high");
        return low == null || high == null
                ? ranges.with("NULL", "NULL")
                : ranges.with(literal(session.engine(), low), literal(session.engine(), high));
    }

    private static String literal(Engine engine, String value) {
        return value.matches("-?\\d{1,18}") ? value : engine.literal(value);
    }
}
