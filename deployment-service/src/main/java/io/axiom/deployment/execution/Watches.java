package io.axiom.deployment.execution;

import io.axiom.deployment.health.CheckSettings;
import io.axiom.deployment.health.Endpoint;
import io.axiom.deployment.health.HealthWatch;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.deployment.traffic.RouterLink;
import io.axiom.deployment.traffic.TrafficLimits;
import io.axiom.deployment.traffic.TrafficWatch;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Thresholds;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which release of a rollout is watched, by checks and by its traffic, and since when. Follows the state. */
final class Watches {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    /**
     * @param trial the run and attempt the release is judged in; a new one judges afresh
     * @param traffic whether its traffic is judged too
     * @param from traffic before does not count
     */
    private record Subject(String releaseId, String trial, boolean traffic, Instant from) {}

    private final RolloutExecution rollout;
    private final Effects effects;
    private @Nullable Subject subject;
    private @Nullable HealthWatch health;
    private @Nullable TrafficWatch traffic;

    Watches(RolloutExecution rollout, Effects effects) {
        this.rollout = rollout;
        this.effects = effects;
    }

    /** Watches what this state wants watched. Called with one state at a time. */
    synchronized void follow(RolloutState state) {
        Subject wanted = subject(state);
        Subject now = subject;
        boolean goesOn = now != null
                && wanted != null
                && now.releaseId().equals(wanted.releaseId())
                && (wanted.trial().isEmpty() || now.trial().equals(wanted.trial()));
        if (!goesOn) {
            close();
            subject = wanted;
            if (wanted != null) {
                begin(state, wanted);
            }
        }
        HealthWatch watch = health;
        if (watch != null && wanted != null) {
            watch.instances(endpoints(state, wanted.releaseId()));
        }
    }

    private @Nullable Subject subject(RolloutState state) {
        return switch (state.activity()) {
            case Deploying run
            when state.scale().containsKey(run.release().id()) ->
                new Subject(
                        run.release().id(),
                        run.runId() + '/' + (run.attempt() > 1 ? run.index() + "/" + run.attempt() : ""),
                        true,
                        run.attempt() > 1 ? run.stepStartedAt() : run.startedAt());
            case RollingBack run
            when run.step() instanceof Step.AwaitHealthy step ->
                new Subject(
                        step.releaseId(),
                        run.runId() + '/' + run.index() + '/' + run.attempt(),
                        false,
                        run.startedAt());
            case Idle _ -> live(state);
            case Deploying _, RollingBack _, Stuck _ -> null;
        };
    }

    private @Nullable Subject live(RolloutState state) {
        Release live = state.live();
        // What a rollback put back is the best there is: there is nothing to go back to for its traffic's sake.
        return live == null
                ? null
                : new Subject(live.id(), "", !state.restored(), effects.clock().instant());
    }

    private void begin(RolloutState state, Subject wanted) {
        String releaseId = wanted.releaseId();
        RolloutState.Watch watch = state.watches().get(releaseId);
        boolean routed = rollout.settings().router() != null;
        List<HealthCheck> checks = watch == null || watch.healthChecks().isEmpty()
                ? List.of(routed ? tcp() : HealthCheck.process())
                : watch.healthChecks();
        health = new HealthWatch(
                checks.stream()
                        .map(check -> CheckSettings.of(check, effects.defaults().healthCheckTimeout()))
                        .toList(),
                () -> Math.max(1, rollout.snapshot().state().scale().getOrDefault(releaseId, 0)),
                () -> isStarting(releaseId),
                new HealthWatch.Listener() {
                    @Override
                    public void passed(String check, String detail) throws InterruptedException {
                        rollout.reportHealth(releaseId, check, null, detail, null);
                    }

                    @Override
                    public void failed(String check, Cause cause, Instant since) throws InterruptedException {
                        rollout.reportHealth(releaseId, check, cause, cause.detail(), since);
                    }
                },
                effects.clock());
        RouterLink link = rollout.router();
        if (wanted.traffic() && link != null) {
            Thresholds thresholds = watch == null ? Thresholds.DEFAULTS : watch.thresholds();
            traffic = new TrafficWatch(
                    link,
                    state.environment(),
                    state.component(),
                    releaseId,
                    TrafficLimits.of(thresholds, effects.defaults().errorRatePercent()),
                    wanted.from(),
                    new TrafficVerdicts(releaseId),
                    effects.clock());
        }
    }

    private boolean isStarting(String releaseId) {
        CurrentStep step = CurrentStep.of(rollout.snapshot().state());
        return step != null && step.starts(releaseId);
    }

    private static HealthCheck tcp() {
        return new HealthCheck("tcp", null, "tcp", null, null, null, null, null, null, null, null, null, null, null);
    }

    private Map<String, Endpoint> endpoints(RolloutState state, String releaseId) {
        Map<String, Endpoint> endpoints = new HashMap<>();
        int wanted = state.scale().getOrDefault(releaseId, 0);
        state.instances().values().stream()
                .filter(instance -> instance.running()
                        && instance.releaseId().equals(releaseId)
                        && RolloutExecution.ordinal(instance.instanceId()) <= wanted)
                .forEach(instance -> endpoints.put(
                        instance.instanceId(),
                        new Endpoint(
                                instance.instanceId(),
                                instance.host(),
                                instance.port(),
                                () -> rollout.isAlive(instance.instanceId()))));
        return endpoints;
    }

    /**
     * The watch over a release whose health a step waits for.
     *
     * @throws InterruptedException when it is not watched: the step that asks is over, or this control plane is ending
     */
    synchronized HealthWatch healthOf(String releaseId) throws InterruptedException {
        HealthWatch watch = health;
        Subject watched = subject;
        if (watch == null || watched == null || !watched.releaseId().equals(releaseId)) {
            throw new InterruptedException(releaseId + " is not watched");
        }
        return watch;
    }

    synchronized void close() {
        HealthWatch watch = health;
        TrafficWatch judged = traffic;
        health = null;
        traffic = null;
        subject = null;
        if (watch != null) {
            watch.close();
        }
        if (judged != null) {
            judged.close();
        }
    }

    /** Passes verdicts on without making the thread that reads the router's reports wait. */
    private final class TrafficVerdicts implements TrafficWatch.Listener {
        private final String releaseId;

        TrafficVerdicts(String releaseId) {
            this.releaseId = releaseId;
        }

        @Override
        public void passed(String detail) {
            send(null, detail, null);
        }

        @Override
        public void failed(Cause cause, Instant firstFailureAt) {
            send(cause, cause.detail(), firstFailureAt);
        }

        private void send(@Nullable Cause cause, String detail, @Nullable Instant since) {
            Thread.ofVirtual().name("traffic-" + releaseId).start(() -> {
                try {
                    rollout.reportHealth(releaseId, TrafficWatch.CHECK, cause, detail, since);
                } catch (InterruptedException e) {
                    LOG.debug("A verdict on {} is no longer wanted", releaseId);
                }
            });
        }
    }
}
