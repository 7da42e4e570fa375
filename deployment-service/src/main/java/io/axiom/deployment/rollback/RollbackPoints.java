package io.axiom.deployment.rollback;

import io.axiom.deployment.environment.EnvironmentInput.MarkPoint;
import io.axiom.deployment.rollout.Defaults;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Contexts;
import io.axiom.language.Cut;
import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.RolloutEvent.DeploymentStarted;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.projection.Positions;
import io.axiom.runtime.reaction.Reactor;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a rollback point of the moment before every deployment. */
@Component
final class RollbackPoints implements Reactor {
    static final Actor ACTOR = Actor.service("deployment-service");

    private final Commands commands;
    private final Positions positions;
    private final Defaults defaults;
    private final Clock clock;

    RollbackPoints(Commands commands, Positions positions, Defaults defaults, Clock clock) {
        this.commands = commands;
        this.positions = positions;
        this.defaults = defaults;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rollback-points";
    }

    @Override
    public void react(RecordedEvent recorded) {
        if (recorded.event() instanceof DeploymentStarted started) {
            MarkPoint mark = new MarkPoint(
                    started.environment(),
                    cut(recorded.position() - 1, positions),
                    "before " + started.deploymentId() + ": " + started.component() + ' '
                            + started.release().version(),
                    started.deploymentId(),
                    defaults.maxRollbackPoints());
            commands.send(
                            mark,
                            CommandContext.causedBy(
                                    recorded, "point-before/" + started.deploymentId(), ACTOR, clock.instant()))
                    .join();
        }
    }

    /** What this service has seen of the others belongs to the moment too. */
    static Cut cut(long position, Positions positions) {
        return new Cut(Map.of(
                Contexts.DEPLOYMENT,
                position,
                Contexts.VERSION,
                positions.projected(Contexts.VERSION),
                Contexts.MIGRATION,
                positions.projected(Contexts.MIGRATION)));
    }
}
