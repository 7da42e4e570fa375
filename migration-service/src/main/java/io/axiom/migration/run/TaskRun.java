package io.axiom.migration.run;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.run.Outcome.Done;
import io.axiom.migration.run.Outcome.Result;
import io.axiom.migration.run.ProgressTable.Saved;
import io.axiom.migration.run.Step.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one task to its end: in one transaction if it can, else statement by statement, again where that may help. */
final class TaskRun {
    private final Target target;
    private final Progress progress;
    private final int earlier;
    private final long began = System.nanoTime();
    private @Nullable Stepwise stepwise;
    private boolean resumed;
    private boolean executed;
    private boolean apart;

    /** @param earlier how many tasks of this run ended well before */
    TaskRun(Target target, Progress progress, int earlier) {
        this.target = target;
        this.progress = progress;
        this.earlier = earlier;
    }

    /**
     * Runs it.
     *
     * @param entry its row in the history
     * @param saved its row in the progress table
     */
    Done run(Task task, @Nullable HistoryEntry entry, @Nullable Saved saved) {
        HistoryEntry row = entry;
        Saved kept = saved;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(task, row, kept, attempt);
            } catch (TargetSql.LeaseLost e) {
                throw Failures.leaseLost(task);
            } catch (StepRefused e) {
                if (Refusal.alone(e.refusal()) && stepwise == null && !apart) {
                    apart = true;
                    continue;
                }
                boolean lost = Refusal.lost(e.refusal());
                boolean again = lost || Refusal.waits(e.refusal()) && stepwise == null;
                if (!again || attempt >= target.options().attempts()) {
                    throw lost ? Failures.lost(task, e.refusal()) : failed(task, e);
                }
                if (lost) {
                    reconnect(task, e.refusal());
                } else {
                    Pause.before(attempt);
                }
            } catch (SqlFailure e) {
                if (!Refusal.lost(e) || attempt >= target.options().attempts()) {
                    target.rollback();
                    throw Refusal.lost(e) ? Failures.lost(task, e) : failed(task, new StepRefused(0, e));
                }
                reconnect(task, e);
            }
            stepwise = null;
            row = reread(task);
            kept = ProgressTable.of(target.session(), target.sql(), task.id());
        }
    }

    private @Nullable HistoryEntry reread(Task task) {
        List<HistoryEntry> found = HistoryTable.entries(
                target.session(), target.sql(), " WHERE id = " + target.sql().literal(task.id()));
        return found.isEmpty() ? null : found.getFirst();
    }

    private void reconnect(Task task, SqlFailure why) {
        for (int attempt = 1; ; attempt++) {
            try {
                target.reconnect();
                return;
            } catch (SqlFailure e) {
                if (attempt >= target.options().attempts()) {
                    throw Failures.lost(task, why);
                }
                Pause.before(attempt);
            }
        }
    }

    private Done once(Task task, @Nullable HistoryEntry entry, @Nullable Saved known, int attempt) {
        Saved saved = known;
        if (saved != null && saved.begun() && saved.direction() != task.direction()) {
            Task other = new Task(
                    task.id(),
                    task.version(),
                    task.name(),
                    null,
                    task.type(),
                    saved.checksum(),
                    saved.direction(),
                    saved.statements(),
                    false,
                    task.batches(),
                    null,
                    0);
            new Stepwise(target, progress, other, List.of()).determine(saved);
            saved = ProgressTable.of(target.session(), target.sql(), task.id());
        }
        Start start = Start.of(task, entry, saved);
        if (start == Start.ALREADY) {
            // The commit whose answer was lost had happened.
            Done done = new Done(task.id(), executed ? result(task) : Result.ALREADY_DONE, took(), attempt, resumed);
            if (executed) {
                progress.completed(task, done.took());
            }
            return done;
        }
        progress.started(task);
        executed = true;
        if (start == Start.RESUME && saved != null) {
            resumed = true;
            Task same = saved.checksum().equals(task.checksum()) ? task.with(saved.statements()) : task;
            Stepwise run = new Stepwise(
                    target, progress, same, Step.of(same, target.sql().engine()));
            stepwise = run;
            run.resume(saved);
        } else {
            List<Step> steps = Step.of(task, target.sql().engine());
            // The half that is taken back has its record no longer.
            List<String> first = saved == null ? List.of() : List.of(ProgressTable.end(target.sql(), task.id()));
            if (together(task, steps)) {
                new Together(target, progress, task, steps, earlier).run(first);
            } else {
                for (Step step : steps) {
                    if (step.way() == Way.RANGES) {
                        RangeRun.check(target, task, step);
                    }
                }
                Stepwise run = new Stepwise(target, progress, task, steps);
                stepwise = run;
                String was = saved != null
                        ? "partial"
                        : entry == null ? "" : entry.status().word();
                run.start(was, first);
            }
        }
        Done done = new Done(task.id(), result(task), took(), attempt, resumed);
        progress.completed(task, done.took());
        return done;
    }

    private boolean together(Task task, List<Step> steps) {
        boolean plain = task.transactional()
                && !apart
                && steps.stream().noneMatch(step -> step.way() == Way.ALONE || step.way() == Way.RANGES);
        return plain
                && (target.sql().engine() != Engine.MARIADB
                        || steps.stream().allMatch(step -> Tables.transactional(target, step.text())));
    }

    private static Result result(Task task) {
        return task.direction() == Direction.UP ? Result.APPLIED : Result.TAKEN_BACK;
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private RunFailure failed(Task task, StepRefused e) {
        Stepwise run = stepwise;
        if (run == null) {
            return Failures.refused(task, e.number(), e.refusal(), Sentences.rolledBack(task, earlier));
        }
        String state = Sentences.inPlace(run.done(), task);
        if (e.number() > 0) {
            state += run.begun()
                    ? " Of " + Sentences.statement(task, e.number())
                            + " it is not known how much is; that is found out before the next run goes on."
                    : " Nothing of " + Sentences.statement(task, e.number()) + " is" + rows(task) + ".";
        }
        return Failures.refused(task, e.number(), e.refusal(), state + record(task));
    }

    private String rows(Task task) {
        Saved saved = ProgressTable.of(target.session(), target.sql(), task.id());
        return saved == null || saved.cursor().rows() == 0
                ? ""
                : " but what it did to the first " + saved.cursor().rows() + " rows";
    }

    /** Writes down that it failed; where nothing of it is in the database, that it never was. */
    private String record(Task task) {
        TargetSql sql = target.sql();
        try {
            Saved saved = ProgressTable.of(target.session(), sql, task.id());
            if (saved == null) {
                return "";
            }
            if (!saved.untouched() || saved.was().equals("partial")) {
                target.write(HistoryTable.status(sql, task.id(), Status.FAILED.word()));
                return " The history says failed.";
            }
            List<String> script = new ArrayList<>(
                    saved.was().isEmpty()
                            ? HistoryTable.delete(sql, task.id())
                            : HistoryTable.status(sql, task.id(), saved.was()));
            script.add(ProgressTable.end(sql, task.id()));
            target.write(script);
            return " The history is as before.";
        } catch (SqlFailure | TargetSql.LeaseLost e) {
            return " The history says running, for it could not be written.";
        }
    }
}
