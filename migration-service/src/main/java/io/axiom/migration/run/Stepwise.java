package io.axiom.migration.run;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.run.ProgressTable.Cursor;
import io.axiom.migration.run.ProgressTable.Saved;
import io.axiom.migration.run.Recovery.Verdict;
import io.axiom.migration.run.Step.Way;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a migration statement by statement. What can be in a transaction is, with the record that it is done; for the rest the intent is
 * recorded before and the end after.
 */
final class Stepwise {
    private final Target target;
    private final TargetSql sql;
    private final Progress progress;
    private final Told told;
    private final Task task;
    private final List<Step> steps;
    private final ForeignKeys references;
    private final long start = System.nanoTime();
    private int done;
    private boolean begun;
    private boolean ended;
    private List<String> opening = List.of();

    Stepwise(Target target, Progress progress, Task task, List<Step> steps) {
        this.target = target;
        this.sql = target.sql();
        this.progress = progress;
        this.told = new Told(progress, task);
        this.task = task;
        this.steps = steps;
        this.references = new ForeignKeys(target.session(), task);
    }

    /** Statements in the database so far. */
    int done() {
        return done;
    }

    /** Whether the one after them may be, in whole or part. */
    boolean begun() {
        return begun;
    }

    /**
     * Begins.
     *
     * @param was status before; empty where there was none
     * @param first what else belongs to the beginning
     */
    void start(String was, List<String> first) {
        references.remember();
        List<String> script = new ArrayList<>(first);
        script.add(ProgressTable.start(sql, task, was));
        script.addAll(
                task.direction() == Direction.UP
                        ? HistoryTable.put(sql, task, Status.RUNNING, -1)
                        : HistoryTable.status(sql, task.id(), Status.RUNNING.word()));
        if (!steps.isEmpty() && steps.getFirst().way() == Way.ALONE) {
            // It is written with the intent of the first statement: one transaction less.
            opening = script;
        } else {
            retrying(0, () -> target.write(script));
        }
        proceed(Cursor.NONE, null, null);
    }

    /** Goes on. The task has the statements that were saved, or others after those that are done. */
    void resume(Saved saved) {
        String instead = determine(saved);
        List<String> script = new ArrayList<>(HistoryTable.status(sql, task.id(), Status.RUNNING.word()));
        script.add(ProgressTable.mend(sql, task));
        retrying(0, () -> target.write(script));
        steps.stream()
                .filter(step -> step.number() <= done && step.session())
                .forEach(step -> target.execute(step.text()));
        SchemaBefore before = instead == null ? null : SchemaBefore.unpack(String.valueOf(saved.before()));
        // Before the first range is done, what was measured may be of another statement.
        proceed(saved.cursor().rows() > 0 ? saved.cursor() : Cursor.NONE, instead, before);
    }

    /** Finds out whether the statement that was begun happened, and writes it down. Answers what is left of it to be run, or null. */
    @Nullable
    String determine(Saved saved) {
        done = saved.done();
        begun = saved.begun();
        if (!begun) {
            return null;
        }
        String text = saved.statements().get(done);
        switch (target.recovery().find(text, SchemaBefore.unpack(String.valueOf(saved.before())))) {
            case Verdict.Happened happened -> {
                target.write(List.of(ProgressTable.done(sql, task.id(), done + 1)));
                done++;
            }
            case Verdict.DidNot not
            when not.instead().equals(text) -> target.write(List.of(ProgressTable.notBegun(sql, task.id())));
            case Verdict.DidNot not -> {
                return not.instead();
            }
            case Verdict.Unknown unknown -> throw undetermined(unknown.why());
        }
        begun = false;
        return null;
    }

    private RunFailure undetermined(String why) {
        String which = Sentences.statement(task, done + 1);
        return Failures.at(
                task,
                done + 1,
                "undetermined",
                "A run stopped while " + which + " of migration " + task.id()
                        + " was executed, and whether it happened cannot be found out: " + why + ".",
                Sentences.inPlace(done, task) + " Of " + which + " it is not known.",
                "Look whether it happened, and say so (settle); then run again.");
    }

    private void proceed(Cursor cursor, @Nullable String instead, @Nullable SchemaBefore before) {
        int first = done + 1;
        for (Step step : steps.subList(done, steps.size())) {
            target.lease().at(task.id(), task.number(step.number()));
            boolean next = step.number() == first;
            step(step, next ? cursor : Cursor.NONE, next ? instead : null, next ? before : null);
            done = step.number();
            begun = false;
        }
        if (!ended) {
            List<String> end = end();
            retrying(0, () -> target.write(end));
        }
    }

    private List<String> end() {
        references.check(Sentences.inPlace(Math.max(done, steps.size() - 1), task)
                + " The history says running; it goes on from there.");
        Status status = task.direction() == Direction.UP ? Status.APPLIED : Status.ROLLED_BACK;
        List<String> end = new ArrayList<>();
        end.add(ProgressTable.end(sql, task.id()));
        end.addAll(HistoryTable.put(sql, task, status, (System.nanoTime() - start) / 1_000_000));
        return end;
    }

    /** The record that a statement is done; that of the last is the end of all. */
    private List<String> record(Step step) {
        return step.number() == steps.size() ? end() : List.of(ProgressTable.done(sql, task.id(), step.number()));
    }

    private void recorded(Step step) {
        ended = step.number() == steps.size();
    }

    private void step(Step step, Cursor cursor, @Nullable String instead, @Nullable SchemaBefore before) {
        long from = System.nanoTime();
        long rows = switch (step.way()) {
            case TOGETHER -> together(step);
            case ALONE -> alone(step, instead, before);
            case RANGES ->
                new RangeRun(target, progress, task, step).run(cursor, work -> retrying(step.number(), work));
            case OUTSIDE, NOTHING -> plain(step);
        };
        told.statement(step.number(), rows, System.nanoTime() - from);
    }

    private long plain(Step step) {
        retrying(step.number(), () -> {
            if (step.way() == Way.OUTSIDE) {
                target.execute(step.text());
            }
            target.write(record(step));
            recorded(step);
        });
        return 0;
    }

    private long together(Step step) {
        if (sql.engine() == Engine.MARIADB && !Tables.transactional(target, step.text())) {
            return alone(step, null, null);
        }
        long[] rows = new long[1];
        try {
            retrying(step.number(), () -> {
                target.begin();
                rows[0] = target.execute(step.text());
                target.commit(record(step));
                recorded(step);
            });
        } catch (StepRefused e) {
            if (sql.engine() == Engine.POSTGRESQL && Refusal.alone(e.refusal())) {
                return alone(step, null, null);
            }
            throw e;
        }
        return rows[0];
    }

    private long alone(Step step, @Nullable String instead, @Nullable SchemaBefore known) {
        SchemaBefore before = known == null ? SchemaBefore.read(target.session()) : known;
        String text = instead == null ? step.text() : instead;
        if (instead == null) {
            String packed = before.pack();
            List<String> intent = new ArrayList<>(opening);
            intent.add(ProgressTable.begun(sql, task.id(), packed));
            retrying(step.number(), () -> target.write(intent));
            opening = List.of();
            begun = true;
        }
        long rows = executed(step, text, before);
        retrying(step.number(), () -> target.write(record(step)));
        recorded(step);
        return rows;
    }

    private long executed(Step step, String text, SchemaBefore before) {
        for (int attempt = 1; ; attempt++) {
            try {
                return target.executeAlone(text);
            } catch (SqlFailure e) {
                if (Refusal.lost(e)) {
                    throw new StepRefused(step.number(), e);
                }
                target.rollback();
                boolean not = didNot(step, text, before);
                if (not && Refusal.waits(e) && attempt < target.options().attempts()) {
                    Pause.before(attempt);
                    continue;
                }
                if (not) {
                    begun = !written(ProgressTable.notBegun(sql, task.id()));
                }
                throw new StepRefused(step.number(), e);
            }
        }
    }

    private boolean didNot(Step step, String text, SchemaBefore before) {
        try {
            return target.recovery().find(text, before) instanceof Verdict.DidNot verdict
                    && verdict.instead().equals(step.text());
        } catch (SqlFailure e) {
            // What was refused is what is to be told; this is found out before the next run goes on.
            return false;
        }
    }

    /** Whether it could be written: a full disk may take nothing more. */
    private boolean written(String record) {
        try {
            target.write(List.of(record));
            return true;
        } catch (SqlFailure e) {
            return false;
        }
    }

    private void retrying(int number, Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (SqlFailure e) {
                target.rollback();
                if (!Refusal.waits(e) || attempt >= target.options().attempts()) {
                    throw new StepRefused(number, e);
                }
                Pause.before(attempt);
            } catch (RuntimeException e) {
                target.rollback();
                throw e;
            }
        }
    }
}
