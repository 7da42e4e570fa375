package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.Defaults;
import io.axiom.deployment.rollout.RolloutInput;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.schema.SchemaChanges;
import io.axiom.deployment.target.ProcessTable;
import io.axiom.deployment.target.ProcessTarget;
import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.Versioned;
import io.axiom.runtime.reaction.Reactor;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what rollouts decide: one {@link RolloutExecution} per rollout, moved by its events. */
public final class StepRunner implements Reactor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
    /** Of instances that ended, so that one can see why. */
    private static final int KEPT_FOLDERS = 100;

    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(15);

    private final Decider<RolloutState, RolloutInput, RolloutEvent> decider;
    private final History history;
    private final KnownRollouts known;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadlines").factory());
    private final Routers routers;
    private final EnvironmentSettings environments;
    private final Effects effects;
    private final Map<String, RolloutExecution> executions = new HashMap<>();
    private boolean active;

    /** @param routerToken what routers' admin sides want to see, null when they answer anyone on this machine */
    public StepRunner(
            Decider<RolloutState, RolloutInput, RolloutEvent> decider,
            Commands commands,
            History history,
            KnownRollouts known,
            ProcessTarget target,
            SchemaChanges schemas,
            Defaults defaults,
            @Nullable String routerToken,
            Clock clock) {
        this.routers = new Routers(routerToken, this::routerConnected);
        this.decider = decider;
        this.history = history;
        this.known = known;
        this.environments = new EnvironmentSettings(history, defaults.drainTimeout());
        this.effects = new Effects(
                target,
                routers,
                environments,
                new Reports(commands, clock),
                schemas,
                defaults,
                timer,
                history::head,
                clock);
        timer.scheduleWithFixedDelay(
                () -> Thread.ofVirtual().name("sweep").start(this::sweep),
                BETWEEN_SWEEPS.toMillis(),
                BETWEEN_SWEEPS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public String name() {
        return "step-runner";
    }

    @Override
    public void resume() {
        synchronized (this) {
            active = true;
            known.all().forEach(this::execution);
        }
        // Ending what is stray may take as long as draining does; nothing waits for it.
        Thread.ofVirtual().name("sweep").start(this::sweep);
    }

    @Override
    public synchronized void suspend() {
        active = false;
        executions.values().forEach(RolloutExecution::stop);
        executions.clear();
    }

    @Override
    public synchronized void react(RecordedEvent event) {
        if (event.aggregateType().equals(EnvironmentSettings.AGGREGATE_TYPE)) {
            environments.forget(event.aggregateId());
            return;
        }
        if (!active || !event.aggregateType().equals(decider.aggregateType())) {
            return;
        }
        RolloutExecution execution = execution(event.aggregateId());
        Snapshot before = execution.snapshot();
        if (event.position() > before.position() && event.event() instanceof RolloutEvent rolloutEvent) {
            execution.moved(new Snapshot(decider.evolve(before.state(), rolloutEvent), event.position(), event));
        } else {
            // Delivered again, perhaps because following it failed: what it asks for is in the state.
            execution.follow();
        }
    }

    private RolloutExecution execution(String rolloutId) {
        RolloutExecution running = executions.get(rolloutId);
        if (running != null) {
            return running;
        }
        known.remember(rolloutId);
        Versioned<RolloutState> versioned = history.stateOf(decider, rolloutId, History.NOW);
        List<RecordedEvent> last = versioned.position() > 0 ? history.read(versioned.position() - 1, 1) : List.of();
        RolloutExecution execution = new RolloutExecution(
                rolloutId,
                new Snapshot(versioned.state(), versioned.position(), last.isEmpty() ? null : last.getFirst()),
                effects);
        executions.put(rolloutId, execution);
        execution.follow();
        return execution;
    }

    private synchronized void routerConnected(String adminUrl) {
        for (RolloutExecution execution : executions.values()) {
            var router =
                    execution.snapshot().state().exists() ? execution.settings().router() : null;
            if (router != null && router.adminUrl().equals(adminUrl)) {
                execution.routes().askAnew();
            }
        }
    }

    /** Ends processes of ours that no rollout knows of, and keeps outputs within their limits. */
    private void sweep() {
        try {
            Map<String, ProcessTable.Entry> running = effects.target().all();
            Set<String> claimed = new HashSet<>();
            synchronized (this) {
                if (!active) {
                    return;
                }
                executions.values().forEach(execution -> claimed.addAll(execution.claimed()));
            }
            Set<String> kept = new HashSet<>(claimed);
            kept.addAll(running.keySet());
            effects.target().prune(kept, KEPT_FOLDERS);
            for (Map.Entry<String, ProcessTable.Entry> entry : running.entrySet()) {
                if (claimed.contains(entry.getKey())) {
                    effects.target().limitOutput(entry.getKey());
                } else {
                    LOG.warn(
                            "{} (pid {}) is wanted by no rollout and is ended",
                            entry.getKey(),
                            entry.getValue().pid());
                    effects.target()
                            .endOrphan(
                                    entry.getKey(),
                                    entry.getValue(),
                                    effects.defaults().drainTimeout());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Sweeping did not finish: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        suspend();
        timer.shutdownNow();
        routers.close();
    }
}
