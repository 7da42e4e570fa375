package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutInput.HealthSeen;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.deployment.rollout.RolloutState.Verdict;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutCommand.ReportHealth;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.DeploymentFailed;
import io.axiom.language.deployment.RolloutEvent.HealthCheckFailed;
import io.axiom.language.deployment.RolloutEvent.HealthCheckPassed;
import io.axiom.language.deployment.RolloutEvent.RollbackFailed;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What verdicts on releases lead to. A failed check of the release being brought out is only recorded here; the rollback policy, which
 * listens to the event, asks for the rollback.
 */
final class Health {
    private Health() {}

    static Decision<RolloutEvent> seen(RolloutState state, HealthSeen report, Instant at) {
        return Decision.accept(matters(state, report) ? verdict(state, report, at) : List.of());
    }

    /** An outside monitor's verdict: the same as a check's, but of a deployment that must be running. */
    static Decision<RolloutEvent> reported(RolloutState state, ReportHealth report, Instant at) {
        Validation.text("check", report.check(), 1, 100);
        Validation.text("detail", report.detail(), 0, 1000);
        if (!(state.activity() instanceof Deploying run) || !run.runId().equals(report.deploymentId())) {
            throw new RejectedException(
                    Refusals.notRunning(Control.known(state, report.deploymentId()), report.deploymentId()));
        }
        Cause cause = report.healthy()
                ? null
                : new Cause(
                        "health.reported",
                        report.check() + ": " + report.detail(),
                        "See the monitor that reported it.");
        return Decision.accept(verdict(
                state,
                new HealthSeen(
                        report.aggregateId(),
                        run.runId(),
                        run.release().id(),
                        report.check(),
                        report.healthy(),
                        cause,
                        report.detail(),
                        at),
                at));
    }

    private static boolean matters(RolloutState state, HealthSeen report) {
        return switch (state.activity()) {
            case Deploying run ->
                run.runId().equals(report.runId()) && (is(run.release(), report) || is(run.previous(), report));
            case RollingBack run -> run.runId().equals(report.runId()) && is(run.to(), report);
            case Idle _ -> is(state.live(), report);
            case Stuck _ -> false;
        };
    }

    private static boolean is(@Nullable Release release, HealthSeen report) {
        return release != null && release.id().equals(report.releaseId());
    }

    private static List<RolloutEvent> verdict(RolloutState state, HealthSeen report, Instant at) {
        Verdict last = state.verdicts().get(Verdict.key(report.releaseId(), report.check()));
        if (last != null && last.healthy() == report.healthy()) {
            return List.of();
        }
        if (report.healthy()) {
            return List.of(
                    new HealthCheckPassed(report.runId(), report.releaseId(), report.check(), report.detail(), at));
        }
        Cause cause = report.cause() != null
                ? report.cause()
                : new Cause("health.failed", report.check() + ": " + report.detail(), "Look at the instances' output.");
        List<RolloutEvent> events = new ArrayList<>();
        events.add(new HealthCheckFailed(
                report.runId(),
                report.releaseId(),
                report.check(),
                cause,
                report.firstFailureAt() == null ? at : report.firstFailureAt(),
                at));
        switch (state.activity()) {
            case Deploying run
            when is(run.release(), report) && !run.rollbackOnFailure() ->
                events.add(new DeploymentFailed(run.runId(), cause, at));
            case RollingBack run -> events.add(new RollbackFailed(run.runId(), cause, at));
            case Deploying _, Idle _, Stuck _ -> {}
        }
        return events;
    }
}
