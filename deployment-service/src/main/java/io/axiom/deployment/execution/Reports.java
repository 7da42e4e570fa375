package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.RolloutInput;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.RecordedEvent;
import io.axiom.language.Reply;
import io.axiom.runtime.command.Commands;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells rollouts what became of the world. Tries until the log took it: the command's id makes a second try harmless. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Actor SELF = Actor.service("deployment-service");

    private final Commands commands;
    private final Clock clock;

    Reports(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @param cause the event that led to it, null when not known */
    void send(RolloutInput report, String commandId, @Nullable RecordedEvent cause) throws InterruptedException {
        long pause = 50;
        while (true) {
            try {
                CommandContext context = cause == null
                        ? CommandContext.of(commandId, SELF, clock.instant())
                        : CommandContext.causedBy(cause, commandId, SELF, clock.instant());
                if (commands.send(report, context).get() instanceof Reply.Rejected rejected) {
                    LOG.info(
                            "{} was not taken: {}", report, rejected.rejection().detail());
                }
                return;
            } catch (ExecutionException | RuntimeException e) {
                LOG.warn("{} could not be reported yet: {}", report.getClass().getSimpleName(), e.toString());
                Thread.sleep(pause);
                pause = Math.min(1000, pause * 2);
            }
        }
    }
}
