package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.deployment.rollout.RolloutState.Verdict;
import io.axiom.deployment.rollout.RolloutState.Watch;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutEvent.DeploymentPaused;
import io.axiom.language.deployment.RolloutEvent.DeploymentPromoted;
import io.axiom.language.deployment.RolloutEvent.DeploymentResumed;
import io.axiom.language.deployment.RolloutEvent.DeploymentRetried;
import io.axiom.language.deployment.RolloutEvent.DeploymentStarted;
import io.axiom.language.deployment.RolloutEvent.RollbackRequested;
import io.axiom.language.deployment.RolloutEvent.RollbackStarted;
import io.axiom.language.deployment.RolloutEvent.StepCompleted;
import io.axiom.language.deployment.RolloutEvent.StepStarted;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How events move a run (a deployment or a rollback) along its plan. */
final class RunEvolution {
    private RunEvolution() {}

    static RolloutState started(RolloutState state, DeploymentStarted e) {
        Deploying run = new Deploying(
                e.deploymentId(),
                e.release(),
                e.previous(),
                e.instances(),
                e.plan(),
                -1,
                0,
                e.at(),
                null,
                true,
                null,
                false,
                e.healthChecks(),
                e.thresholds(),
                e.rollbackOnFailure(),
                e.progressDeadline(),
                e.deadline(),
                scaleDownDelay(e.strategy()),
                e.requestedBy(),
                e.at());
        Map<String, Watch> watches = new HashMap<>(state.watches());
        watches.put(e.release().id(), new Watch(e.healthChecks(), e.thresholds()));
        RolloutState kept = state.warm() != null
                        && state.warm().releaseId().equals(e.release().id())
                ? state.withWarm(null)
                : state;
        return kept.withRun(
                e.environment(),
                e.component(),
                known(state, e.release(), e.previous()),
                state.condemned(),
                watches,
                without(state.verdicts(), e.release().id()),
                run);
    }

    static RolloutState requested(RolloutState state, RollbackRequested e) {
        Set<String> condemned = new HashSet<>(state.condemned());
        if (e.condemned() && e.from() != null) {
            condemned.add(e.from().id());
        }
        List<HealthCheck> checks = List.of();
        Map<String, Verdict> verdicts = state.verdicts();
        if (e.to() != null) {
            Watch watch = state.watches().get(e.to().id());
            checks = watch == null ? List.of(HealthCheck.process()) : watch.healthChecks();
            verdicts = without(verdicts, e.to().id());
        }
        RollingBack run = new RollingBack(
                e.rollbackId(),
                e.deploymentId(),
                e.environmentRollbackId(),
                e.from(),
                e.to(),
                List.of(),
                -1,
                0,
                e.at(),
                null,
                checks,
                e.firstFailureAt(),
                e.at());
        return state.withRun(
                e.environment(),
                e.component(),
                known(state, e.from(), e.to()),
                condemned,
                state.watches(),
                verdicts,
                run);
    }

    /** The plan either uses the warm release or stops it, so from here on it is no longer kept. */
    static RolloutState rollbackStarted(RolloutState state, RollbackStarted e) {
        return state.activity() instanceof RollingBack run
                ? state.with(at(run, e.plan(), -1, 0, e.at(), null)).withWarm(null)
                : state;
    }

    static RolloutState stepStarted(RolloutState state, StepStarted e) {
        RolloutState moved = switch (state.activity()) {
            case Deploying run ->
                state.with(at(run, e.index(), e.attempt(), e.at(), e.deadline(), false, run.deadline()));
            case RollingBack run -> state.with(at(run, run.plan(), e.index(), e.attempt(), e.at(), e.deadline()));
            case Idle _, Stuck _ -> state;
        };
        return switch (e.step()) {
            case Step.Scale scale -> moved.withScale(scale.releaseId(), scale.instances());
            case Step.Migrate _ -> moved.withSchemaRuns(moved.schemaRuns().started(e));
            case Step.AwaitApproval _,
                    Step.RollBackMigrations _,
                    Step.AwaitHealthy _,
                    Step.ShiftTraffic _,
                    Step.Observe _,
                    Step.AwaitPromotion _ -> moved;
        };
    }

    static RolloutState stepCompleted(RolloutState state, StepCompleted e) {
        if (!(state.activity() instanceof Deploying run)) {
            return state;
        }
        Instant deadline =
                run.isUntimed() ? run.deadline().plus(Duration.between(run.stepStartedAt(), e.at())) : run.deadline();
        return state.with(at(run, e.index(), run.attempt(), run.stepStartedAt(), null, true, deadline));
    }

    static RolloutState paused(RolloutState state, DeploymentPaused e) {
        return state.activity() instanceof Deploying run
                ? state.with(steered(run, e.at(), run.skipWaits(), run.deadline()))
                : state;
    }

    static RolloutState resumed(RolloutState state, DeploymentResumed e) {
        return state.activity() instanceof Deploying run && run.pausedAt() != null
                ? state.with(steered(
                        run, null, run.skipWaits(), run.deadline().plus(Duration.between(run.pausedAt(), e.at()))))
                : state;
    }

    static RolloutState promoted(RolloutState state, DeploymentPromoted e) {
        return state.activity() instanceof Deploying run && e.full()
                ? state.with(steered(run, run.pausedAt(), true, run.deadline()))
                : state;
    }

    /** The time it stood still does not count, and its release is judged afresh. */
    static RolloutState retried(RolloutState state, DeploymentRetried e) {
        if (!(state.activity() instanceof Stuck stuck)) {
            return state;
        }
        return switch (stuck.run()) {
            case Deploying run ->
                state.with(steered(
                                run,
                                null,
                                run.skipWaits(),
                                run.deadline()
                                        .plus(Duration.between(stuck.at(), e.at()))
                                        .plus(run.progressDeadline())))
                        .withVerdicts(without(state.verdicts(), run.release().id()));
            case RollingBack run ->
                run.to() == null
                        ? state.with(run)
                        : state.with(run)
                                .withVerdicts(without(state.verdicts(), run.to().id()));
        };
    }

    private static Duration scaleDownDelay(Strategy strategy) {
        Duration delay = switch (strategy) {
            case Strategy.BlueGreen s -> s.scaleDownDelay();
            case Strategy.Canary s -> s.scaleDownDelay();
            case Strategy.Rolling _ -> null;
        };
        return delay == null ? Duration.ZERO : delay;
    }

    private static Map<String, Release> known(RolloutState state, @Nullable Release one, @Nullable Release other) {
        Map<String, Release> releases = new HashMap<>(state.releases());
        if (one != null) {
            releases.put(one.id(), one);
        }
        if (other != null) {
            releases.put(other.id(), other);
        }
        return releases;
    }

    private static Map<String, Verdict> without(Map<String, Verdict> verdicts, String releaseId) {
        Map<String, Verdict> left = new HashMap<>(verdicts);
        left.values().removeIf(verdict -> verdict.releaseId().equals(releaseId));
        return left;
    }

    private static Deploying at(
            Deploying run,
            int index,
            int attempt,
            Instant startedAt,
            @Nullable Instant stepDeadline,
            boolean done,
            Instant deadline) {
        return new Deploying(
                run.runId(),
                run.release(),
                run.previous(),
                run.wanted(),
                run.plan(),
                index,
                attempt,
                startedAt,
                stepDeadline,
                done,
                run.pausedAt(),
                run.skipWaits(),
                run.healthChecks(),
                run.thresholds(),
                run.rollbackOnFailure(),
                run.progressDeadline(),
                deadline,
                run.scaleDownDelay(),
                run.requestedBy(),
                run.startedAt());
    }

    private static Deploying steered(Deploying run, @Nullable Instant pausedAt, boolean skipWaits, Instant deadline) {
        return new Deploying(
                run.runId(),
                run.release(),
                run.previous(),
                run.wanted(),
                run.plan(),
                run.index(),
                run.attempt(),
                run.stepStartedAt(),
                run.stepDeadline(),
                run.stepDone(),
                pausedAt,
                skipWaits,
                run.healthChecks(),
                run.thresholds(),
                run.rollbackOnFailure(),
                run.progressDeadline(),
                deadline,
                run.scaleDownDelay(),
                run.requestedBy(),
                run.startedAt());
    }

    private static RollingBack at(
            RollingBack run, List<Step> plan, int index, int attempt, Instant startedAt, @Nullable Instant deadline) {
        return new RollingBack(
                run.runId(),
                run.takenBack(),
                run.environmentRollbackId(),
                run.from(),
                run.to(),
                plan,
                index,
                attempt,
                startedAt,
                deadline,
                run.healthChecks(),
                run.firstFailureAt(),
                run.startedAt());
    }
}
