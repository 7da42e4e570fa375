package io.axiom.standin;

import io.axiom.language.CommandContext;
import io.axiom.language.deployment.Configuration;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutCommand;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.DeploymentStarted;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Thresholds;
import io.axiom.language.version.RunSpec;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts a deployment whenever asked. */
final class StandInRollout implements Decider<StandInRollout.State, RolloutCommand, RolloutEvent> {
    record State(int deployments) {}

    @Override
    public String aggregateType() {
        return "rollout";
    }

    @Override
    public Class<RolloutCommand> commands() {
        return RolloutCommand.class;
    }

    @Override
    public Class<RolloutEvent> events() {
        return RolloutEvent.class;
    }

    @Override
    public State initial() {
        return new State(0);
    }

    @Override
    public Decision<RolloutEvent> decide(State state, RolloutCommand command, CommandContext context) {
        if (!(command instanceof StartDeployment start)) {
            return Decision.accept(List.of());
        }
        String id = start.aggregateId() + '.' + (state.deployments() + 1);
        Release release = Release.of(start.component(), start.version(), RunSpec.of("sleep", "1"), Configuration.EMPTY);
        return Decision.accept(
                List.of(new DeploymentStarted(
                        id,
                        start.environmentId(),
                        start.component(),
                        release,
                        null,
                        1,
                        new Strategy.BlueGreen(null, null),
                        List.of(new Step.Scale(release.id(), 1)),
                        List.of(),
                        Thresholds.DEFAULTS,
                        true,
                        Duration.ofMinutes(2),
                        context.at().plusSeconds(600),
                        List.of(),
                        context.actor().name(),
                        start.reason(),
                        context.at())),
                Map.of("deploymentId", id));
    }

    @Override
    public State evolve(State state, RolloutEvent event) {
        return new State(state.deployments() + 1);
    }
}
