package io.axiom.migration.execution;

import io.axiom.language.RecordedEvent;
import io.axiom.language.migration.DatabaseEvent;
import io.axiom.language.migration.DatabaseEvent.BaselinedMigration;
import io.axiom.language.migration.DatabaseEvent.DatabaseBaselined;
import io.axiom.language.migration.DatabaseEvent.MigrationPlanned;
import io.axiom.language.migration.DatabaseEvent.MigrationRepaired;
import io.axiom.language.migration.DatabaseEvent.MigrationsUnstuck;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.plan.Targets;
import io.axiom.migration.registry.CurrentDatabases;
import io.axiom.migration.run.History;
import io.axiom.migration.run.Leases;
import io.axiom.runtime.reaction.Reactor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acts on target databases because of events: begins runs, writes baselines and repairs down, frees what is stuck. */
final class MigrationRuns implements Reactor {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationRuns.class);

    private final CurrentDatabases databases;
    private final Targets targets;
    private final RunExecution execution;
    private final OpenRuns open;
    private final Map<String, Worker> working = new HashMap<>();
    private boolean active;

    MigrationRuns(CurrentDatabases databases, Targets targets, RunExecution execution, OpenRuns open) {
        this.databases = databases;
        this.targets = targets;
        this.execution = execution;
        this.open = open;
    }

    @Override
    public String name() {
        return "migration-runs";
    }

    @Override
    public synchronized void resume() {
        active = true;
        open.all().forEach(databaseId -> begin(databaseId, null));
    }

    @Override
    public synchronized void suspend() {
        active = false;
        working.values().forEach(Worker::stop);
        working.clear();
    }

    @Override
    public void react(RecordedEvent recorded) {
        if (!(recorded.event() instanceof DatabaseEvent event)) {
            return;
        }
        switch (event) {
            case MigrationPlanned planned -> {
                open.remember(planned.databaseId());
                begin(planned.databaseId(), recorded);
            }
            case DatabaseBaselined baselined -> write(baselined);
            case MigrationRepaired repaired -> {
                try (SqlSession session = targets.open(databases.require(repaired.databaseId()))) {
                    History.of(session).repair(repaired.migrationId(), repaired.checksum());
                }
            }
            case MigrationsUnstuck unstuck -> free(unstuck);
            default -> {}
        }
    }

    private void write(DatabaseBaselined baselined) {
        List<io.axiom.migration.run.Task> tasks =
                baselined.migrations().stream().map(MigrationRuns::task).toList();
        try (SqlSession session = targets.open(databases.require(baselined.databaseId()))) {
            History.of(session).baseline(tasks);
        }
    }

    private static io.axiom.migration.run.Task task(BaselinedMigration migration) {
        return Tasks.named(
                migration.migrationId(),
                migration.version() == null ? "" : migration.version(),
                migration.name(),
                migration.checksum());
    }

    private void free(MigrationsUnstuck unstuck) {
        synchronized (this) {
            Worker worker = working.remove(unstuck.databaseId());
            if (worker != null) {
                worker.stop();
            }
        }
        try (SqlSession session = targets.open(databases.require(unstuck.databaseId()))) {
            Leases.free(session)
                    .ifPresent(holder -> LOG.info("{} is free again; {}", unstuck.databaseId(), holder.sentence()));
        }
    }

    private synchronized void begin(String databaseId, @Nullable RecordedEvent cause) {
        if (!active) {
            return;
        }
        Worker worker = new Worker(databaseId, cause, working.get(databaseId));
        working.put(databaseId, worker);
        worker.thread.start();
    }

    /** Works on one database's run, after whoever did before. */
    private final class Worker {
        private final String databaseId;
        private final @Nullable RecordedEvent cause;
        private final @Nullable Worker before;
        private final Thread thread;
        private volatile boolean stopped;

        Worker(String databaseId, @Nullable RecordedEvent cause, @Nullable Worker before) {
            this.databaseId = databaseId;
            this.cause = cause;
            this.before = before;
            this.thread = Thread.ofVirtual().name("migrate-" + databaseId).unstarted(this::work);
        }

        void stop() {
            stopped = true;
            thread.interrupt();
        }

        private void work() {
            try {
                if (before != null) {
                    before.thread.join();
                }
                execution.run(databaseId, cause, () -> stopped);
                if (!stopped) {
                    finished(this);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("The run on {} could not be worked on; it is taken up at the next start", databaseId, e);
            }
        }
    }

    private synchronized void finished(Worker worker) {
        if (working.remove(worker.databaseId, worker)) {
            open.forget(worker.databaseId);
        }
    }
}
