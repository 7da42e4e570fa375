package io.axiom.migration.run;

import io.axiom.language.migration.Direction;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.run.Step.Way;
import java.util.ArrayList;
import java.util.List;

/** Runs a migration in one transaction with its row in the history. */
final class Together {
    private final Target target;
    private final Told told;
    private final Task task;
    private final List<Step> steps;
    private final int earlier;

    /** @param earlier how many tasks of this run ended well before */
    Together(Target target, Progress progress, Task task, List<Step> steps, int earlier) {
        this.target = target;
        this.told = new Told(progress, task);
        this.task = task;
        this.steps = steps;
        this.earlier = earlier;
    }

    /** @param last what else belongs to its end */
    void run(List<String> last) {
        long began = System.nanoTime();
        List<Step> outside =
                steps.stream().filter(step -> step.way() == Way.OUTSIDE).toList();
        String keys = outside.isEmpty() ? "" : foreignKeys();
        outside.stream()
                .filter(step -> before(step, outside))
                .forEach(step -> executed(step, target.execute(step.text()), 0));
        int number = 0;
        try {
            target.begin();
            ForeignKeys references = new ForeignKeys(target.session(), task);
            references.remember();
            for (Step step : steps) {
                number = step.number();
                target.lease().at(task.id(), task.number(number));
                if (step.way() != Way.OUTSIDE) {
                    long start = System.nanoTime();
                    long rows = step.way() == Way.NOTHING ? 0 : target.execute(step.text());
                    executed(step, rows, System.nanoTime() - start);
                }
            }
            number = 0;
            references.check(Sentences.rolledBack(task, earlier));
            Status status = task.direction() == Direction.UP ? Status.APPLIED : Status.ROLLED_BACK;
            List<String> end = new ArrayList<>(last);
            end.addAll(HistoryTable.put(target.sql(), task, status, (System.nanoTime() - began) / 1_000_000));
            target.commit(end);
            outside.stream()
                    .filter(step -> !before(step, outside))
                    .forEach(step -> executed(step, target.execute(step.text()), 0));
        } catch (SqlFailure e) {
            target.rollback();
            throw new StepRefused(number, e);
        } catch (RuntimeException e) {
            target.rollback();
            throw e;
        } finally {
            if (!keys.isEmpty()) {
                restore(keys);
            }
        }
    }

    private void executed(Step step, long rows, long nanos) {
        told.statement(step.number(), rows, nanos);
    }

    /** Of a setting that is set and set back around what needs it, the first is before the transaction, the last after it. */
    private boolean before(Step step, List<Step> outside) {
        boolean first = steps.stream()
                .takeWhile(other -> other.number() < step.number())
                .allMatch(other -> other.way() == Way.OUTSIDE);
        return first || step == outside.getFirst();
    }

    private String foreignKeys() {
        return target.sql().engine() == Engine.SQLITE
                ? target.query("PRAGMA foreign_keys").getFirst().text("foreign_keys")
                : "";
    }

    private void restore(String keys) {
        try {
            target.session().execute("PRAGMA foreign_keys = " + keys);
        } catch (SqlFailure e) {
            // The connection is gone; a new one has its own.
        }
    }
}
