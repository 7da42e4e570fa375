package io.axiom.deployment.execution;

import io.axiom.deployment.health.HealthWatch;
import io.axiom.deployment.rollout.RolloutInput;
import io.axiom.deployment.rollout.RolloutInput.HealthSeen;
import io.axiom.deployment.rollout.RolloutInput.InstanceDown;
import io.axiom.deployment.rollout.RolloutInput.InstanceLost;
import io.axiom.deployment.rollout.RolloutInput.InstanceUp;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.target.InstanceSpec;
import io.axiom.deployment.target.RunningInstance;
import io.axiom.deployment.traffic.RouterFailure;
import io.axiom.deployment.traffic.RouterLink;
import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything done for one rollout. Each event only moves the state; what is to be done is then read off the state, so it does
 * not matter which events were seen and which were slept through.
 */
final class RolloutExecution {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutExecution.class);

    /** The check that stands for instances that cannot be started or do not stay up. */
    static final String INSTANCES_CHECK = "instances";

    private static final Duration LATE = Duration.ofSeconds(1);

    private final String rolloutId;
    private final Effects effects;
    private final Set<String> draining = ConcurrentHashMap.newKeySet();
    private final Map<String, InstanceKeeper> keepers = new HashMap<>();
    /** Reported down, though the state that says so may not have come yet. */
    private final Set<String> ended = new HashSet<>();

    private final RouteKeeper routes;
    private final Watches watches;
    private final Alarm alarm;
    private volatile Snapshot snapshot;
    private volatile @Nullable RecordedEvent stepEvent;
    private @Nullable StepTask task;
    private long changes;
    private boolean stopped;

    RolloutExecution(String rolloutId, Snapshot snapshot, Effects effects) {
        this.rolloutId = rolloutId;
        this.snapshot = snapshot;
        this.effects = effects;
        this.routes = new RouteKeeper(
                rolloutId,
                this::router,
                effects.head(),
                () -> RoutePlan.of(this.snapshot.state(), this.snapshot.position(), draining));
        this.watches = new Watches(this, effects);
        this.alarm = new Alarm(effects, this::deadlinePassed);
    }

    String rolloutId() {
        return rolloutId;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** What began the step under way. */
    @Nullable
    RecordedEvent stepEvent() {
        return stepEvent;
    }

    RouteKeeper routes() {
        return routes;
    }

    EnvironmentSettings.Settings settings() {
        return effects.environments().of(snapshot.state().environment());
    }

    @Nullable
    RouterLink router() {
        RouterAddress address = snapshot.state().exists() ? settings().router() : null;
        return address == null ? null : effects.routers().of(address.adminUrl());
    }

    /** The state moved on. */
    synchronized void moved(Snapshot next) {
        snapshot = next;
        follow();
    }

    /** Makes everything under way what the state wants. Doing it twice changes nothing. */
    synchronized void follow() {
        RolloutState state = snapshot.state();
        if (stopped || !state.exists()) {
            return;
        }
        CurrentStep step = CurrentStep.of(state);
        StepTask running = task;
        if (running != null && !running.current().equals(step)) {
            running.cancel();
            task = null;
        }
        if (step != null && task == null) {
            stepEvent = snapshot.last();
        }
        routes.ask();
        keepInstances(state);
        watches.follow(state);
        if (step != null && task == null) {
            task = new StepTask(step, this, effects);
            task.start();
        }
        alarm.set(deadline(state));
        changed();
    }

    private static @Nullable Instant deadline(RolloutState state) {
        Instant next = state.nextDeadline();
        CurrentStep step = CurrentStep.of(state);
        // The step itself finds out what was not healthy in time, which says more than that it was late.
        return next != null && step != null && step.step() instanceof Step.AwaitHealthy ? next.plus(LATE) : next;
    }

    private void keepInstances(RolloutState state) {
        Map<String, InstanceSpec> wanted = new HashMap<>();
        state.scale().forEach((releaseId, count) -> {
            for (int ordinal = 1; ordinal <= count; ordinal++) {
                specOf(state, releaseId, ordinal).ifPresent(spec -> wanted.put(spec.instanceId(), spec));
            }
        });
        keepers.forEach((instanceId, keeper) -> {
            if (!wanted.containsKey(instanceId)) {
                keeper.retire();
            }
        });
        wanted.forEach((instanceId, spec) -> keepers.computeIfAbsent(instanceId, _ -> keep(spec, true)));
        ended.retainAll(state.instances().keySet());
        state.instances().values().forEach(instance -> {
            if (!keepers.containsKey(instance.instanceId()) && !ended.contains(instance.instanceId())) {
                specOf(state, instance.releaseId(), ordinal(instance.instanceId()))
                        .ifPresent(spec -> keepers.put(spec.instanceId(), keep(spec, false)));
            }
        });
    }

    private InstanceKeeper keep(InstanceSpec spec, boolean wanted) {
        draining.remove(spec.instanceId());
        ended.remove(spec.instanceId());
        InstanceKeeper keeper = new InstanceKeeper(spec, this, effects);
        if (!wanted) {
            keeper.retire();
        }
        keeper.start();
        return keeper;
    }

    private java.util.Optional<InstanceSpec> specOf(RolloutState state, String releaseId, int ordinal) {
        Release release = state.releases().get(releaseId);
        if (release == null) {
            LOG.error("{} wants {} but does not know it", rolloutId, releaseId);
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(InstanceSpec.of(
                state.environment(),
                state.component(),
                release,
                ordinal,
                settings().target()));
    }

    static int ordinal(String instanceId) {
        return Integer.parseInt(instanceId.substring(instanceId.lastIndexOf('.') + 1));
    }

    // ---- what steps and keepers ask

    synchronized List<InstanceKeeper> keepers(String releaseId) {
        return keepers.values().stream()
                .filter(keeper -> keeper.spec().release().id().equals(releaseId))
                .toList();
    }

    /** Ids of instances that are being kept or ended; no sweep may touch them. */
    synchronized Set<String> claimed() {
        return Set.copyOf(keepers.keySet());
    }

    synchronized boolean isAlive(String instanceId) {
        InstanceKeeper keeper = keepers.get(instanceId);
        return keeper != null && keeper.isAlive();
    }

    HealthWatch healthOf(String releaseId) throws InterruptedException {
        return watches.healthOf(releaseId);
    }

    synchronized long changes() {
        return changes;
    }

    synchronized void changed() {
        changes++;
        notifyAll();
    }

    synchronized void awaitChange(long seen) throws InterruptedException {
        while (changes == seen) {
            wait();
        }
    }

    /** Waits until every release that is about to get traffic has an instance for it. */
    void awaitReady() throws InterruptedException {
        while (true) {
            long seen = changes();
            if (RoutePlan.isReady(snapshot.state(), draining)) {
                return;
            }
            awaitChange(seen);
        }
    }

    /** Takes an instance out of the route and waits until it has answered what it was asked. */
    void drain(InstanceSpec spec) throws InterruptedException {
        RouterLink link = router();
        draining.add(spec.instanceId());
        if (link == null || !effects.target().find(spec.instanceId()).isPresent()) {
            routes.ask();
            return;
        }
        Duration limit = settings().drainTimeout();
        try {
            if (!routes.await(routes.ask(), limit) || !link.awaitDrained(Set.of(spec.instanceId()), limit)) {
                LOG.warn(
                        "{} is stopped though it may still have requests: it was not drained in {}",
                        spec.instanceId(),
                        limit);
            }
        } catch (RouterFailure e) {
            LOG.warn(
                    "{} is stopped without being drained: {}",
                    spec.instanceId(),
                    e.reason().detail());
        }
    }

    synchronized void forget(InstanceKeeper keeper) {
        keepers.remove(keeper.spec().instanceId(), keeper);
        ended.add(keeper.spec().instanceId());
        follow();
    }

    // ---- what is reported

    void reportStep(RolloutInput report, CurrentStep step) throws InterruptedException {
        effects.reports().send(report, report.getClass().getSimpleName() + '/' + step.key(), stepEvent);
    }

    void reportUp(InstanceSpec spec, RunningInstance running) throws InterruptedException {
        var known = snapshot.state().instances().get(spec.instanceId());
        if (known != null && known.running() && known.pid() == running.pid() && known.port() == running.port()) {
            return;
        }
        send(
                new InstanceUp(
                        rolloutId,
                        runId(),
                        spec.instanceId(),
                        spec.release().id(),
                        running.host(),
                        running.port(),
                        running.pid()),
                "up/" + spec.instanceId() + '/' + running.pid() + '@'
                        + running.process().startTicks() + '/' + snapshot.position());
    }

    void reportLost(InstanceSpec spec, String process, @Nullable Integer status, String detail)
            throws InterruptedException {
        send(
                new InstanceLost(rolloutId, spec.instanceId(), spec.release().id(), status, detail),
                "lost/" + spec.instanceId() + '/' + process);
    }

    void reportDown(InstanceSpec spec) throws InterruptedException {
        send(
                new InstanceDown(rolloutId, spec.instanceId(), spec.release().id()),
                "down/" + spec.instanceId() + '/' + snapshot.position());
    }

    void reportLooping(InstanceSpec spec, Cause cause, Instant since) throws InterruptedException {
        reportHealth(spec.release().id(), INSTANCES_CHECK, cause, cause.detail(), since);
    }

    void reportSteady(InstanceSpec spec) {
        try {
            reportHealth(spec.release().id(), INSTANCES_CHECK, null, spec.instanceId() + " stays up", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A start that fails breaks the Scale step that asked for it; without one it is told like a failed check. */
    void reportUnstartable(InstanceSpec spec, Cause cause) throws InterruptedException {
        CurrentStep step = CurrentStep.of(snapshot.state());
        if (step == null || !step.starts(spec.release().id())) {
            reportHealth(
                    spec.release().id(),
                    INSTANCES_CHECK,
                    cause,
                    cause.detail(),
                    effects.clock().instant());
        }
    }

    void reportHealth(
            String releaseId, String check, @Nullable Cause cause, String detail, @Nullable Instant firstFailureAt)
            throws InterruptedException {
        send(
                new HealthSeen(rolloutId, runId(), releaseId, check, cause == null, cause, detail, firstFailureAt),
                "health/" + UUID.randomUUID());
    }

    private void deadlinePassed() throws InterruptedException {
        send(new RolloutInput.DeadlinePassed(rolloutId), "deadline/" + UUID.randomUUID());
        synchronized (this) {
            if (!stopped) {
                alarm.setAgain(deadline(snapshot.state()));
            }
        }
    }

    private void send(RolloutInput report, String commandId) throws InterruptedException {
        effects.reports().send(report, commandId, snapshot.last());
    }

    private String runId() {
        RolloutState state = snapshot.state();
        return switch (state.activity()) {
            case RolloutState.Run run -> run.runId();
            case RolloutState.Stuck stuck -> stuck.run().runId();
            case RolloutState.Idle _ ->
                new DeploymentId(
                                state.environment(),
                                state.component(),
                                Math.max(1, state.nextRun() - 1),
                                state.restored())
                        .toString();
        };
    }

    /** Stops acting; what runs goes on running. */
    synchronized void stop() {
        stopped = true;
        StepTask running = task;
        if (running != null) {
            running.cancel();
        }
        alarm.set(null);
        watches.close();
        routes.stop();
        keepers.values().forEach(InstanceKeeper::suspend);
        changed();
    }
}
