package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutInput.Asked;
import io.axiom.deployment.rollout.RolloutInput.Begin;
import io.axiom.deployment.rollout.RolloutInput.DeadlinePassed;
import io.axiom.deployment.rollout.RolloutInput.HealthSeen;
import io.axiom.deployment.rollout.RolloutInput.InstanceDown;
import io.axiom.deployment.rollout.RolloutInput.InstanceUp;
import io.axiom.deployment.rollout.RolloutInput.StepBroke;
import io.axiom.deployment.rollout.RolloutInput.StepSucceeded;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Rejection;
import io.axiom.language.Role;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Configuration;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutCommand;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.version.RunSpec;
import io.axiom.runtime.aggregate.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rollout under test: what the world reports is given by hand, time by the test. */
public final class Rollout {
    public static final String ID = "production.agent";
    public static final Cause BROKEN =
            new Cause("health.http-status", "GET /health answered 500", "Look at its output.");
    static final RolloutDecider DECIDER = new RolloutDecider();

    public RolloutState state = DECIDER.initial();
    public final List<RolloutEvent> log = new ArrayList<>();
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private String actor = "ada";
    private int commands;

    public static StartDeployment request(String version, Strategy strategy) {
        return request(version, strategy, null);
    }

    static StartDeployment request(String version, int instances) {
        return request(version, null, instances);
    }

    private static StartDeployment request(String version, @Nullable Strategy strategy, @Nullable Integer instances) {
        return new StartDeployment(
                "production",
                "agent",
                version,
                strategy,
                null,
                instances,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static Strategy blueGreen() {
        return new Strategy.BlueGreen(null, null);
    }

    static Strategy canary(Strategy.CanaryStep... steps) {
        return new Strategy.Canary(List.of(steps), null, null);
    }

    public static Release release(String version) {
        return Release.of("agent", version, RunSpec.of("agent", version), Configuration.EMPTY);
    }

    public static String id(String version) {
        return release(version).id();
    }

    Rollout as(String name) {
        actor = name;
        return this;
    }

    /** The events of the decision; throws its refusal. */
    public List<RolloutEvent> when(RolloutInput input) {
        return switch (decide(input)) {
            case Decision.Accepted<RolloutEvent>(var events, var _) -> {
                for (RolloutEvent event : events) {
                    state = DECIDER.evolve(state, event);
                    log.add(event);
                }
                yield events;
            }
            case Decision.Refused<RolloutEvent>(Rejection rejection) -> throw new AssertionError(rejection.toString());
        };
    }

    List<RolloutEvent> when(RolloutCommand command) {
        return when(new Asked(command));
    }

    String refusal(RolloutInput input) {
        return switch (decide(input)) {
            case Decision.Accepted<RolloutEvent>(var events, var _) -> "accepted " + events;
            case Decision.Refused<RolloutEvent>(Rejection rejection) -> rejection.code();
        };
    }

    String refusal(RolloutCommand command) {
        return refusal(new Asked(command));
    }

    Decision<RolloutEvent> decide(RolloutInput input) {
        return DECIDER.decide(state, input, CommandContext.of("c" + ++commands, new Actor(actor, Role.ADMIN), now));
    }

    static Begin begin(StartDeployment request) {
        return new Begin(request, RunSpec.of("agent", request.version()), Policy.DEFAULTS, Defaults.STANDARD);
    }

    public List<RolloutEvent> deploy(String version) {
        return when(begin(request(version, blueGreen())));
    }

    List<RolloutEvent> deploy(String version, Strategy strategy) {
        return when(begin(request(version, strategy)));
    }

    /** Deploys and lets everything go well. */
    public Rollout deployed(String version) {
        deploy(version);
        runToEnd();
        return this;
    }

    Run run() {
        return Objects.requireNonNull(state.run());
    }

    String runId() {
        return run().runId();
    }

    Step step() {
        return Objects.requireNonNull(run().step());
    }

    /** The step under way does what it should, instances included. */
    List<RolloutEvent> succeed() {
        Run run = run();
        if (run.step() instanceof Step.Scale scale) {
            scaled(run.runId(), scale);
        }
        if (run.step() instanceof Step.Observe) {
            now = Objects.requireNonNull(run.stepDeadline());
            return when(new DeadlinePassed(ID));
        }
        return when(new StepSucceeded(ID, run.runId(), run.index(), run.attempt(), "done"));
    }

    private void scaled(String runId, Step.Scale scale) {
        for (int ordinal = 1; ordinal <= scale.instances(); ordinal++) {
            up(runId, scale.releaseId(), ordinal);
        }
        Set<String> ids = new HashSet<>(state.instances().keySet());
        for (String id : ids) {
            RolloutState.Instance instance = state.instances().get(id);
            if (instance.releaseId().equals(scale.releaseId())
                    && Integer.parseInt(id.substring(id.lastIndexOf('.') + 1)) > scale.instances()) {
                when(new InstanceDown(ID, id, scale.releaseId()));
            }
        }
    }

    void up(String runId, String releaseId, int ordinal) {
        when(new InstanceUp(
                ID,
                runId,
                "production.agent." + releaseId + '.' + ordinal,
                releaseId,
                "127.0.0.1",
                20_000 + ordinal,
                1000 + ordinal));
    }

    List<RolloutEvent> breakStep() {
        Run run = run();
        return when(new StepBroke(ID, run.runId(), run.index(), run.attempt(), BROKEN));
    }

    List<RolloutEvent> unhealthy(String releaseId) {
        return when(new HealthSeen(
                ID, runIdOrLast(), releaseId, "http", false, BROKEN, BROKEN.detail(), now.minusMillis(300)));
    }

    private String runIdOrLast() {
        return state.run() == null ? ID + ".1" : runId();
    }

    public Rollout until(Class<? extends Step> type) {
        while (!type.isInstance(step())) {
            succeed();
        }
        return this;
    }

    public void runToEnd() {
        while (state.run() != null) {
            succeed();
        }
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    List<String> kinds(List<RolloutEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    static List<String> said(List<Step> plan) {
        Map<String, String> names = new HashMap<>();
        for (String version : List.of("1.0.0", "1.1.0", "1.2.0", "1.3.0")) {
            names.put(id(version), version);
        }
        return plan.stream()
                .map(step -> {
                    String text = step.describe();
                    for (Map.Entry<String, String> name : names.entrySet()) {
                        text = text.replace(name.getKey(), name.getValue());
                    }
                    return text;
                })
                .toList();
    }
}
