package io.axiom.deployment.rollback;

import io.axiom.deployment.environment.EnvironmentDecider;
import io.axiom.deployment.environment.EnvironmentInput;
import io.axiom.deployment.environment.EnvironmentState;
import io.axiom.deployment.rollout.Defaults;
import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutInput;
import io.axiom.deployment.rollout.RolloutInput.Begin;
import io.axiom.deployment.rollout.RolloutInput.InstanceUp;
import io.axiom.deployment.rollout.RolloutInput.StepBroke;
import io.axiom.deployment.rollout.RolloutInput.StepSucceeded;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.language.Actor;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Event;
import io.axiom.language.EventMetadata;
import io.axiom.language.RecordedEvent;
import io.axiom.language.RejectedException;
import io.axiom.language.Reply;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.version.RunSpec;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** A log in memory around both real deciders; the world does at once what steps want. */
final class EnvironmentLog implements Commands, History {
    static final String ENVIRONMENT = "production";

    private final RolloutDecider rollouts = new RolloutDecider();
    private final EnvironmentDecider environments = new EnvironmentDecider();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<String, Reply> outcomes = new HashMap<>();
    private int commands;
    private String actor = "ada";
    Instant now = Instant.parse("2026-11-20T12:00:00Z");

    EnvironmentLog() {
        must(new EnvironmentInput.Asked(new CreateEnvironment(ENVIRONMENT, null, null, null)));
    }

    @Override
    public CompletableFuture<Reply> send(Command command, CommandContext context) {
        Reply known = outcomes.get(context.commandId());
        if (known == null) {
            known = switch (decide(command, context)) {
                case Decision.Accepted<? extends Event>(var accepted, var result) -> {
                    accepted.forEach(event -> append(command, event, context));
                    yield new Reply.Accepted(context.commandId(), "deployment", command.aggregateId(), head(), result);
                }
                case Decision.Refused<? extends Event>(var rejection) ->
                    new Reply.Rejected(context.commandId(), "deployment", command.aggregateId(), head(), rejection);
            };
            outcomes.put(context.commandId(), known);
        }
        return CompletableFuture.completedFuture(known);
    }

    private void append(Command command, Event event, CommandContext context) {
        String type = command instanceof RolloutInput ? rollouts.aggregateType() : environments.aggregateType();
        events.add(new RecordedEvent(
                "deployment",
                head() + 1,
                type,
                command.aggregateId(),
                stream(type, command.aggregateId(), NOW).size(),
                "e" + head(),
                "t",
                event,
                new EventMetadata(context.commandId(), context.correlationId(), null, context.actor(), null),
                now));
    }

    @Override
    public Decision<? extends Event> decide(Command command, CommandContext context) {
        return switch (command) {
            case RolloutInput input ->
                rollouts.decide(stateOf(rollouts, input.aggregateId(), NOW).state(), input, context);
            case EnvironmentInput input ->
                environments.decide(
                        stateOf(environments, input.aggregateId(), NOW).state(), input, context);
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    EnvironmentLog as(String name) {
        actor = name;
        return this;
    }

    Reply.Accepted must(Command command) {
        now = now.plusSeconds(1);
        Reply reply = send(
                        command,
                        CommandContext.of("command-" + ++commands, new Actor(actor, io.axiom.language.Role.ADMIN), now))
                .join();
        if (reply instanceof Reply.Rejected rejected) {
            throw new RejectedException(rejected.rejection());
        }
        return (Reply.Accepted) reply;
    }

    EnvironmentLog deploy(String component, String version) {
        must(new Begin(
                new StartDeployment(
                        ENVIRONMENT,
                        component,
                        version,
                        new Strategy.BlueGreen(null, Duration.ofSeconds(30)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                RunSpec.of("agent", version),
                Policy.DEFAULTS,
                Defaults.STANDARD));
        return this;
    }

    EnvironmentLog deployed(String component, String version) {
        deploy(component, version);
        settle(component);
        return this;
    }

    /** Everything goes well until nothing is under way. */
    void settle(String component) {
        while (rollout(component).run() != null) {
            succeed(component);
        }
    }

    void succeed(String component) {
        String id = ENVIRONMENT + '.' + component;
        Run run = Objects.requireNonNull(rollout(component).run());
        if (run.step() instanceof Step.Scale scale) {
            for (int ordinal = 1; ordinal <= scale.instances(); ordinal++) {
                must(new InstanceUp(
                        id,
                        run.runId(),
                        id + '.' + scale.releaseId() + '.' + ordinal,
                        scale.releaseId(),
                        "127.0.0.1",
                        2000,
                        1));
            }
            if (scale.instances() == 0) {
                must(new RolloutInput.InstanceDown(id, id + '.' + scale.releaseId() + ".1", scale.releaseId()));
            }
        }
        must(new StepSucceeded(id, run.runId(), run.index(), run.attempt(), "done"));
    }

    void breakStep(String component) {
        Run run = Objects.requireNonNull(rollout(component).run());
        must(new StepBroke(
                ENVIRONMENT + '.' + component,
                run.runId(),
                run.index(),
                run.attempt(),
                new Cause("test.broken", "broken", "mend it")));
    }

    RolloutState rollout(String component) {
        return stateOf(rollouts, ENVIRONMENT + '.' + component, NOW).state();
    }

    EnvironmentState environment() {
        return stateOf(environments, ENVIRONMENT, NOW).state();
    }

    String live(String component) {
        RolloutState state = rollout(component);
        return state.live() == null ? "none" : state.live().version();
    }

    List<String> components() {
        return events.stream()
                .filter(event -> event.aggregateType().equals("rollout"))
                .map(event -> event.aggregateId().substring(ENVIRONMENT.length() + 1))
                .distinct()
                .toList();
    }

    List<RecordedEvent> events() {
        return events;
    }

    @Override
    public <S> Versioned<S> stateOf(Decider<S, ?, ?> decider, String aggregateId, long asOf) {
        return fold(decider, stream(decider.aggregateType(), aggregateId, asOf));
    }

    private static <S, E extends Event> Versioned<S> fold(Decider<S, ?, E> decider, List<RecordedEvent> stream) {
        S state = decider.initial();
        for (RecordedEvent event : stream) {
            state = decider.evolve(state, decider.events().cast(event.event()));
        }
        return new Versioned<>(
                state,
                stream.size() - 1L,
                stream.isEmpty() ? 0 : stream.getLast().position());
    }

    @Override
    public List<RecordedEvent> read(long after, int limit) {
        return events.stream()
                .filter(event -> event.position() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public List<RecordedEvent> stream(String aggregateType, String aggregateId, long asOf) {
        return events.stream()
                .filter(event -> event.aggregateType().equals(aggregateType)
                        && event.aggregateId().equals(aggregateId)
                        && event.position() <= asOf)
                .toList();
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public OptionalLong positionAt(Instant instant) {
        return events.stream()
                .filter(event -> !event.time().isAfter(instant))
                .mapToLong(RecordedEvent::position)
                .max();
    }
}
