package io.axiom.deployment.rollback;

import io.axiom.deployment.rollout.OpenRollouts;
import io.axiom.language.CommandContext;
import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.RolloutEvent.HealthCheckFailed;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.log.History;
import io.axiom.runtime.reaction.Reactor;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The rollback policy without Kafka: sends the very same command when it has not come over Kafka soon enough. */
@Component
final class RollbackFallback implements Reactor {
    private static final Logger LOG = LoggerFactory.getLogger(RollbackFallback.class);
    private static final Duration HEAD_START_OF_KAFKA = Duration.ofMillis(250);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final RollbackPolicy policy;
    private final Commands commands;
    private final History history;
    private final OpenRollouts open;
    private final Clock clock;
    private volatile boolean active;

    RollbackFallback(RollbackPolicy policy, Commands commands, History history, OpenRollouts open, Clock clock) {
        this.policy = policy;
        this.commands = commands;
        this.history = history;
        this.open = open;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rollback-fallback";
    }

    /** What was due when the last active instance died. */
    @Override
    public void resume() {
        active = true;
        for (String rolloutId : open.rollouts()) {
            for (RecordedEvent event : history.stream("rollout", rolloutId, History.NOW)) {
                react(event);
            }
        }
    }

    @Override
    public void suspend() {
        active = false;
    }

    @Override
    public void react(RecordedEvent recorded) {
        if (recorded.event() instanceof HealthCheckFailed event
                && policy.on(recorded.aggregateId(), event).isPresent()) {
            later(HEAD_START_OF_KAFKA, recorded, event);
        }
    }

    private void later(Duration delay, RecordedEvent recorded, HealthCheckFailed event) {
        Executor executor =
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
        executor.execute(() -> {
            try {
                send(recorded, event);
            } catch (RuntimeException e) {
                LOG.warn("The rollback for {} is asked for again: {}", recorded.reference(), e.toString());
                if (active) {
                    later(AGAIN_AFTER, recorded, event);
                }
            }
        });
    }

    private void send(RecordedEvent recorded, HealthCheckFailed event) {
        policy.on(recorded.aggregateId(), event)
                .ifPresent(command -> commands.send(
                                command,
                                CommandContext.causedBy(
                                        recorded,
                                        RollbackPolicy.commandId(recorded.eventId()),
                                        RollbackPolicy.ACTOR,
                                        clock.instant()))
                        .join());
    }
}
