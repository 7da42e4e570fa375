package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutInput.Begin;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.CommandContext;
import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.deployment.Configuration;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.DeploymentStarted;
import io.axiom.language.deployment.RolloutEvent.ReleaseRetired;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.runtime.aggregate.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides whether a deployment may begin, and its whole plan. */
final class Start {
    static final int MAX_INSTANCES = 100;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration DEFAULT_PROGRESS = Duration.ofMinutes(2);

    private Start() {}

    static Decision<RolloutEvent> decide(RolloutState state, Begin begin, CommandContext context) {
        StartDeployment request = begin.request();
        check(request);
        Strategy strategy = StrategyRules.complete(
                request.strategy(),
                Objects.requireNonNullElse(
                        begin.policy().scaleDownDelay(), begin.defaults().scaleDownDelay()),
                begin.defaults());
        Release release = Release.of(
                request.component(), request.version(), begin.run(), configuration(state, request), begin.artifacts());
        int instances = request.instances() != null ? request.instances() : Math.max(1, state.wanted());
        requireFree(state);
        requireWelcome(state, request, release, instances);

        Duration progress = Objects.requireNonNullElse(request.progressDeadline(), DEFAULT_PROGRESS);
        List<Step> plan = new Planner(
                        request.environmentId(), release, state.live(), state.wanted(), instances, progress)
                .plan(strategy, approvers(begin));
        String id = new DeploymentId(request.environmentId(), request.component(), state.nextRun(), false).toString();
        Instant at = context.at();
        DeploymentStarted started = new DeploymentStarted(
                id,
                request.environmentId(),
                request.component(),
                release,
                state.live(),
                instances,
                strategy,
                plan,
                WatchRules.complete(request.healthChecks(), begin.defaults()),
                WatchRules.complete(request.thresholds(), begin.policy().thresholds(), begin.defaults()),
                rollbackOnFailure(begin),
                progress,
                at.plus(timeout(request, plan)),
                request.notifications() == null ? List.of() : List.copyOf(request.notifications()),
                context.actor().name(),
                request.reason(),
                at,
                begin.warnings());
        List<RolloutEvent> events = new ArrayList<>();
        if (state.warm() != null && !state.warm().releaseId().equals(release.id())) {
            events.add(new ReleaseRetired(state.warm().releaseId(), at));
        }
        events.add(started);
        events.add(Progress.begin(id, plan, 0, at, at.plus(progress)));
        Map<String, String> result = new LinkedHashMap<>(
                Map.of("deploymentId", id, "releaseId", release.id(), "version", release.version()));
        if (!begin.warnings().isEmpty()) {
            result.put("warning", String.join(" ", begin.warnings()));
        }
        return Decision.accept(events, result);
    }

    private static void check(StartDeployment request) {
        Names.require("environment", request.environmentId());
        Names.require("component", request.component());
        Validation.text("version", request.version(), 1, 200);
        Validation.number("instances", request.instances(), 1, MAX_INSTANCES);
        Validation.duration("timeout", request.timeout(), Duration.ofSeconds(1), Duration.ofDays(7));
        Validation.duration("progressDeadline", request.progressDeadline(), Duration.ofSeconds(1), Duration.ofDays(1));
        Validation.texts("approvers", request.approvers(), 50, 200);
        Validation.size("notifications", request.notifications(), 20);
        Validation.reason(request.reason());
    }

    private static void requireFree(RolloutState state) {
        switch (state.activity()) {
            case Idle _ -> {}
            case Deploying run -> throw new RejectedException(Refusals.alreadyRunning(state, run.runId()));
            case RollingBack run -> throw new RejectedException(Refusals.alreadyRunning(state, run.runId()));
            case Stuck stuck ->
                throw new RejectedException(Refusals.stuck(stuck.run().runId()));
        }
    }

    private static void requireWelcome(RolloutState state, StartDeployment request, Release release, int instances) {
        Release live = state.live();
        if (live != null && live.id().equals(release.id()) && state.wanted() == instances) {
            throw new RejectedException(Refusals.alreadyLive(state, release));
        }
        if (isCondemned(state, request, release) && !Boolean.TRUE.equals(request.allowRolledBack())) {
            throw new RejectedException(Refusals.condemned(release));
        }
    }

    /** The release itself, or any of its version unless the request brings another configuration for it. */
    private static boolean isCondemned(RolloutState state, StartDeployment request, Release release) {
        return state.condemned().contains(release.id())
                || (request.configuration() == null
                        && state.condemned().stream().anyMatch(id -> id.startsWith(release.version() + '_')));
    }

    private static Configuration configuration(RolloutState state, StartDeployment request) {
        if (request.configuration() == null) {
            return state.live() == null ? Configuration.EMPTY : state.live().configuration();
        }
        return ConfigurationRules.checked(request.configuration());
    }

    private static @Nullable List<String> approvers(Begin begin) {
        StartDeployment request = begin.request();
        boolean needed = Boolean.TRUE.equals(request.approvalRequired())
                || Boolean.TRUE.equals(begin.policy().approvalRequired());
        if (!needed) {
            return null;
        }
        List<String> named = request.approvers() != null
                ? request.approvers()
                : begin.policy().approvers();
        return named == null ? List.of() : List.copyOf(named);
    }

    private static boolean rollbackOnFailure(Begin begin) {
        Boolean asked = begin.request().rollbackOnFailure();
        Boolean policy = begin.policy().autoRollbackOnFailure();
        return asked != null
                ? asked
                : policy != null ? policy : begin.defaults().autoRollback();
    }

    /** The time the plan observes on purpose comes on top of the default; a timeout that is given must leave room for it. */
    private static Duration timeout(StartDeployment request, List<Step> plan) {
        Duration observed = Duration.ZERO;
        for (Step step : plan) {
            observed = step instanceof Step.Observe observe ? observed.plus(observe.duration()) : observed;
        }
        if (request.timeout() == null) {
            return DEFAULT_TIMEOUT.plus(observed);
        }
        if (request.timeout().compareTo(observed) <= 0) {
            throw new RejectedException(new Rejection(
                    "request.timeout-invalid",
                    Rejection.Kind.INVALID,
                    "The timeout " + request.timeout() + " ends before the plan has observed for " + observed + '.',
                    "Give more time, or shorter pauses."));
        }
        return request.timeout();
    }
}
