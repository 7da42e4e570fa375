package io.axiom.migration.execution;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.RecordedEvent;
import io.axiom.language.RejectedException;
import io.axiom.language.Reply;
import io.axiom.language.migration.RunFailure;
import io.axiom.migration.plan.Targets;
import io.axiom.migration.registry.CurrentDatabases;
import io.axiom.migration.registry.DatabaseInput;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.registry.Run;
import io.axiom.migration.registry.RunFact;
import io.axiom.migration.run.Outcome;
import io.axiom.migration.run.RunOptions;
import io.axiom.migration.run.Runner;
import io.axiom.runtime.command.Commands;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what a database's run has planned. What is done already is passed over, so it may be begun again at any time. */
final class RunExecution {
    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);
    private static final Actor SELF = Actor.service("migration-service");
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final CurrentDatabases databases;
    private final Targets targets;
    private final Tasks tasks;
    private final Commands commands;
    private final Clock clock;
    private final RunOptions options;
    private final String holder;

    /** @param holder who runs, for people */
    RunExecution(
            CurrentDatabases databases,
            Targets targets,
            Tasks tasks,
            Commands commands,
            Clock clock,
            RunOptions options,
            String holder) {
        this.databases = databases;
        this.targets = targets;
        this.tasks = tasks;
        this.commands = commands;
        this.clock = clock;
        this.options = options;
        this.holder = holder;
    }

    /**
     * Returns when the run has ended; does nothing when none is under way.
     *
     * @param stopped whether it is to end without having ended the run
     */
    void run(String databaseId, @Nullable RecordedEvent cause, BooleanSupplier stopped) throws InterruptedException {
        Registered database = databases.require(databaseId);
        Optional<Run> running = database.running();
        if (running.isEmpty()) {
            return;
        }
        Run run = running.get();
        try (RunReporter reporter = new RunReporter(facts -> tell(databaseId, run.runId(), facts, cause), stopped)) {
            reporter.add(new RunFact.Ended(execute(database, run, reporter)));
        }
    }

    /** Why it ended early; null when every migration is done. */
    private @Nullable RunFailure execute(Registered database, Run run, RunReporter reporter) {
        try {
            Outcome outcome = Runner.on(targets.address(database), options, holder)
                    .run(tasks.of(run.migrations(), run.direction()), reporter);
            outcome.done().stream()
                    .filter(done -> done.result() == Outcome.Result.ALREADY_DONE)
                    .forEach(done ->
                            reporter.add(new RunFact.Done(done.id(), done.took().toMillis())));
            return outcome.failure() == null ? null : Failures.of(outcome.failure());
        } catch (RejectedException e) {
            return Failures.of(e.rejection());
        } catch (RuntimeException e) {
            String id = UUID.randomUUID().toString();
            LOG.error("Run {} of {} failed unexpectedly {}", run.runId(), database.databaseId(), id, e);
            return new RunFailure(
                    "internal.failure",
                    "An unexpected failure; it is in the log of migration-service under " + id + ".",
                    null,
                    "Each migration is either applied or not; schema_migrations says which.",
                    "Look for " + id + " in the service's log, report it, and migrate again.");
        }
    }

    /** Tries until the log took it; the run's state makes a second try harmless. */
    private void tell(String databaseId, String runId, List<RunFact> facts, @Nullable RecordedEvent cause) {
        String commandId = UUID.randomUUID().toString();
        DatabaseInput.Report report = new DatabaseInput.Report(databaseId, runId, facts);
        for (long pause = 50; ; pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2)) {
            try {
                CommandContext context = cause == null
                        ? CommandContext.of(commandId, SELF, clock.instant())
                        : CommandContext.causedBy(cause, commandId, SELF, clock.instant());
                if (commands.send(report, context).join() instanceof Reply.Rejected rejected) {
                    LOG.warn("A report was not taken: {}", rejected.rejection().detail());
                }
                return;
            } catch (CompletionException | IllegalStateException e) {
                LOG.warn("A report cannot be stored yet: {}", e.toString());
                LockSupport.parkNanos(pause * 1_000_000);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }
}
