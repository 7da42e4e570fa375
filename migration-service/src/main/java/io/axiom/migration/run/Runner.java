package io.axiom.migration.run;

import io.axiom.language.RejectedException;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.run.Outcome.Done;
import io.axiom.migration.run.ProgressTable.Saved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs migrations on one database. Safe for use by several threads: the lease lets one of them run. */
public final class Runner {
    private static final int EDITS_TOLD = 3;

    private final DatabaseAddress address;
    private final RunOptions options;
    private final String holder;

    private Runner(DatabaseAddress address, RunOptions options, String holder) {
        this.address = address;
        this.options = options;
        this.holder = holder;
    }

    /** @param holder who runs, for people: a host and process, a user */
    public static Runner on(DatabaseAddress address, RunOptions options, String holder) {
        return new Runner(address, options, holder);
    }

    /**
     * Runs the tasks in order and stops at the first that fails. A task that is done already is passed over, one that was left
     * unfinished goes on after its last statement. Never throws for what the database does; see {@link Outcome#failure}.
     */
    public Outcome run(List<Task> tasks, Progress progress) {
        List<Done> done = new ArrayList<>();
        Task current = null;
        try (Target target = open()) {
            Map<String, Saved> unfinished = new HashMap<>();
            Map<String, HistoryEntry> history = history(target, unfinished);
            Set<String> repeated = repeated(tasks);
            for (Task task : tasks) {
                current = task;
                done.add(new TaskRun(target, progress, done.size())
                        .run(task, history.get(task.id()), unfinished.get(task.id())));
                // What a later task of the same id meets is not what was read.
                history.remove(task.id());
                if (unfinished.remove(task.id()) != null || repeated.contains(task.id())) {
                    HistoryTable.entries(target.session(), target.sql(), "").forEach(e -> history.put(e.id(), e));
                }
            }
            return new Outcome(done, null, null);
        } catch (RunFailure e) {
            return ended(done, current, e.failure(), progress);
        } catch (TargetSql.LeaseLost e) {
            RunFailure lost = current == null
                    ? Failures.of("lease-lost", "The lease was taken away.", "Nothing was run.", "See who runs now.")
                    : Failures.leaseLost(current);
            return ended(done, current, lost.failure(), progress);
        } catch (RejectedException e) {
            Failure failure = new Failure(
                    e.rejection().code(),
                    e.rejection().detail(),
                    null,
                    0,
                    0,
                    "",
                    "Nothing was run.",
                    e.rejection().next());
            return ended(done, current, failure, progress);
        } catch (SqlFailure e) {
            return ended(done, current, unreachable(e), progress);
        }
    }

    /** What cannot be reached at all is said at once; a connection that is lost afterwards is made again. */
    private Target open() {
        boolean reached = false;
        for (int attempt = 1; ; attempt++) {
            try {
                SqlSession session = Target.connect(address, options);
                reached = true;
                return acquired(Target.over(session, address, options));
            } catch (SqlFailure e) {
                if (!reached || !Refusal.lost(e) || attempt >= options.attempts()) {
                    throw e;
                }
            }
            Pause.before(attempt);
        }
    }

    private Target acquired(Target target) {
        try {
            if (!target.acquire(holder)) {
                throw held(target);
            }
            return target;
        } catch (RuntimeException e) {
            target.close();
            throw e;
        }
    }

    private static Set<String> repeated(List<Task> tasks) {
        Set<String> once = new HashSet<>();
        return tasks.stream().map(Task::id).filter(id -> !once.add(id)).collect(Collectors.toSet());
    }

    private static Outcome ended(List<Done> done, @Nullable Task task, Failure failure, Progress progress) {
        if (task != null) {
            progress.failed(task, failure);
        }
        return new Outcome(done, task, failure);
    }

    private static Failure unreachable(SqlFailure e) {
        if (Refusal.waits(e)) {
            return Failures.of(
                            "lock-timeout",
                            "Another transaction keeps the runner from its own tables: " + Failures.message(e),
                            "Nothing more was run.",
                            "Run it again when that has ended, or let it wait longer (lock timeout).")
                    .failure();
        }
        if (Refusal.full(e)) {
            return Failures.full(e, "Nothing more was run.").failure();
        }
        return Refusal.lost(e) || e.sqlState().startsWith("28") || e.vendorCode() == 1045
                ? Failures.of(
                                "unreachable",
                                "The database could not be reached: " + Failures.message(e),
                                "Nothing was run.",
                                "See that it runs, and that the address and the credentials are right.")
                        .failure()
                : Failures.of(
                                "not-prepared",
                                "The runner's own tables could not be made, read or written: " + Failures.message(e),
                                "Nothing was run.",
                                "See that the user may create tables in the database.")
                        .failure();
    }

    private RunFailure held(Target target) {
        String who = Leases.holder(target.session()).map(LeaseHolder::sentence).orElse("It was given back just now.");
        return Failures.of(
                "lease-held",
                "Another runner works on this database. " + who,
                "Nothing was run.",
                "Wait until it has ended; if it is stuck, free the lease (unstick).");
    }

    private Map<String, HistoryEntry> history(Target target, Map<String, Saved> unfinished) {
        for (int attempt = 1; ; attempt++) {
            try {
                ProgressTable.all(target.session(), target.sql()).forEach(saved -> unfinished.put(saved.id(), saved));
                return history(target);
            } catch (SqlFailure e) {
                if (!Refusal.lost(e) || attempt == options.attempts()) {
                    throw e;
                }
                target.reconnect();
            }
        }
    }

    private static Map<String, HistoryEntry> history(Target target) {
        List<HistoryEdit> edits = HistoryTable.edits(target.session(), target.sql());
        if (!edits.isEmpty()) {
            String told = String.join(
                    " ", edits.stream().limit(EDITS_TOLD).map(HistoryEdit::what).toList());
            String more = edits.size() > EDITS_TOLD ? " And " + (edits.size() - EDITS_TOLD) + " more." : "";
            throw Failures.of(
                    "history-edited",
                    "schema_migrations was edited. " + told + more,
                    "Nothing was run.",
                    "Undo the edit (restore), or confirm that it says the truth (accept).");
        }
        Map<String, HistoryEntry> history = new HashMap<>();
        HistoryTable.entries(target.session(), target.sql(), "").forEach(entry -> history.put(entry.id(), entry));
        return history;
    }

    /**
     * Tries the tasks without leaving anything: in a transaction that is rolled back where the database can, else on a scratch copy of
     * its schema (without rows). Statements that go through a table run for the first range only.
     */
    public Outcome dryRun(List<Task> tasks, Progress progress) {
        return new DryRun(address, options, progress).run(tasks);
    }
}
