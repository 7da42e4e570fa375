package io.axiom.deployment.status;

import io.axiom.deployment.environment.EnvironmentState;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.EnvironmentView.ComponentState;
import org.jspecify.annotations.Nullable;

/** What runs of one component, in the words users see. */
final class ComponentStates {
    private ComponentStates() {}

    static ComponentState of(EnvironmentState environment, String component, RolloutState state) {
        Release live = state.live();
        Release before = state.before();
        Run run = state.activity() instanceof Stuck stuck ? stuck.run() : state.run();
        return new ComponentState(
                component,
                live == null ? null : live.version(),
                live == null ? null : live.id(),
                live == null ? null : live.configuration().digest(),
                live == null ? null : live.configuration().values(),
                before == null ? null : before.version(),
                before == null ? null : before.id(),
                run == null ? null : run.runId(),
                status(state),
                (int) state.instances().values().stream()
                        .filter(RolloutState.Instance::running)
                        .count(),
                state.weights(),
                url(environment, component));
    }

    private static String status(RolloutState state) {
        return switch (state.activity()) {
            case Idle _ -> "idle";
            case Deploying run when run.paused() -> DeploymentStatus.PAUSED.word();
            case Deploying run
            when run.step() instanceof Step.AwaitApproval && !run.stepDone() ->
                DeploymentStatus.PENDING_APPROVAL.word();
            case Deploying _ -> DeploymentStatus.IN_PROGRESS.word();
            case RollingBack _ -> DeploymentStatus.ROLLING_BACK.word();
            case Stuck _ -> DeploymentStatus.FAILED.word();
        };
    }

    private static @Nullable String url(EnvironmentState environment, String component) {
        RouterAddress router = environment.router();
        if (router == null || router.publicUrl() == null) {
            return null;
        }
        String base = router.publicUrl();
        return (base.endsWith("/") ? base : base + '/') + environment.name() + '/' + component + '/';
    }
}
