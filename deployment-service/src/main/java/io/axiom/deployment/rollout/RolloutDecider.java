package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutInput.Asked;
import io.axiom.deployment.rollout.RolloutInput.Begin;
import io.axiom.deployment.rollout.RolloutInput.DeadlinePassed;
import io.axiom.deployment.rollout.RolloutInput.HealthSeen;
import io.axiom.deployment.rollout.RolloutInput.InstanceDown;
import io.axiom.deployment.rollout.RolloutInput.InstanceLost;
import io.axiom.deployment.rollout.RolloutInput.InstanceUp;
import io.axiom.deployment.rollout.RolloutInput.PutBack;
import io.axiom.deployment.rollout.RolloutInput.StepBroke;
import io.axiom.deployment.rollout.RolloutInput.StepSucceeded;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.RolloutCommand;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;

/**
 * Decides rollouts: one component in one environment. One run at a time; a run works through a plan of steps that was decided when it
 * began. What is decided is in {@link Start}, {@link Progress}, {@link Control}, {@link Health}, {@link Rollback}; what events
 * mean is in {@link Evolution}.
 */
public final class RolloutDecider implements Decider<RolloutState, RolloutInput, RolloutEvent> {
    public static final String AGGREGATE_TYPE = "rollout";

    /** How the ids of the rollback policy's commands begin; the rest is the id of the event it reacted to. */
    public static final String POLICY_COMMAND = "rollback-for-";

    @Override
    public String aggregateType() {
        return AGGREGATE_TYPE;
    }

    @Override
    public Class<RolloutInput> commands() {
        return RolloutInput.class;
    }

    @Override
    public Class<RolloutEvent> events() {
        return RolloutEvent.class;
    }

    @Override
    public RolloutState initial() {
        return RolloutState.EMPTY;
    }

    @Override
    public Decision<RolloutEvent> decide(RolloutState state, RolloutInput input, CommandContext context) {
        try {
            return switch (input) {
                case Asked asked -> asked(state, asked.command(), context);
                case Begin begin -> Start.decide(state, begin, context);
                case PutBack putBack -> Rollback.putBack(state, putBack, context);
                case StepSucceeded report -> Progress.succeeded(state, report, context.at());
                case StepBroke report -> Progress.broke(state, report, context.at());
                case DeadlinePassed _ -> Progress.deadline(state, context.at());
                case HealthSeen report -> Health.seen(state, report, context.at());
                case InstanceUp report -> Instances.up(state, report, context.at());
                case InstanceLost report -> Instances.lost(state, report, context.at());
                case InstanceDown report -> Instances.down(state, report, context.at());
            };
        } catch (RejectedException e) {
            return Decision.refuse(e.rejection());
        }
    }

    private static Decision<RolloutEvent> asked(RolloutState state, RolloutCommand command, CommandContext context) {
        return switch (command) {
            case RolloutCommand.StartDeployment start ->
                throw new IllegalArgumentException(
                        "StartDeployment of " + start.aggregateId() + " comes as Begin, with its version looked up");
            case RolloutCommand.RequestRollback request -> Rollback.asked(state, request, context);
            case RolloutCommand.ReportHealth report -> Health.reported(state, report, context.at());
            case RolloutCommand.PromoteDeployment promote -> Control.promote(state, promote, context);
            case RolloutCommand.PauseDeployment pause -> Control.pause(state, pause, context);
            case RolloutCommand.ResumeDeployment resume -> Control.resume(state, resume, context);
            case RolloutCommand.AbortDeployment abort -> Rollback.abort(state, abort, context);
            case RolloutCommand.RetryDeployment retry -> Control.retry(state, retry, context);
            case RolloutCommand.ApproveDeployment approve -> Control.approve(state, approve, context);
        };
    }

    @Override
    public RolloutState evolve(RolloutState state, RolloutEvent event) {
        return Evolution.apply(state, event);
    }
}
