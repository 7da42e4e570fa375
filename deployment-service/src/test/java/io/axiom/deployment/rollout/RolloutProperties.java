package io.axiom.deployment.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.deployment.rollout.RolloutInput.DeadlinePassed;
import io.axiom.deployment.rollout.RolloutInput.HealthSeen;
import io.axiom.deployment.rollout.RolloutInput.InstanceDown;
import io.axiom.deployment.rollout.RolloutInput.InstanceLost;
import io.axiom.deployment.rollout.RolloutInput.InstanceUp;
import io.axiom.deployment.rollout.RolloutInput.PutBack;
import io.axiom.deployment.rollout.RolloutInput.StepBroke;
import io.axiom.deployment.rollout.RolloutInput.StepSucceeded;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Run;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Event;
import io.axiom.language.deployment.RolloutCommand;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.DeploymentCompleted;
import io.axiom.language.deployment.RolloutEvent.DeploymentStarted;
import io.axiom.language.deployment.RolloutEvent.RollbackCompleted;
import io.axiom.language.deployment.RolloutEvent.RollbackFailed;
import io.axiom.language.deployment.RolloutEvent.RollbackRequested;
import io.axiom.language.deployment.RolloutEvent.RollbackStarted;
import io.axiom.language.deployment.RolloutEvent.StepStarted;
import io.axiom.language.deployment.RolloutEvent.TrafficShifted;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.json.Json;
import io.axiom.runtime.aggregate.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens in whatever order: what must always hold, does. */
class RolloutProperties {
    private static final RolloutDecider DECIDER = new RolloutDecider();
    private static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "1.2.0");

    private final List<RolloutEvent> log = new ArrayList<>();
    private final List<RolloutState> states = new ArrayList<>(List.of(RolloutState.EMPTY));
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Property(tries = 400)
    void everythingHolds(@ForAll long seed, @ForAll @IntRange(min = 5, max = 150) int length) {
        Random random = new Random(seed);
        for (int i = 0; i < length; i++) {
            now = now.plusSeconds(random.nextInt(20));
            apply(random, input(random));
        }
        neverTwoRuns();
        whatEndedStaysEnded();
        weightsAddUp();
        trafficGoesBackFirst();
        aRollbackNeverBeginsByItselfAfterOneFailed();
        anyKeptStateGoesOnToTheSameState(random);
        theStateSurvivesJson();
    }

    private void apply(Random random, RolloutInput input) {
        RolloutState state = states.getLast();
        CommandContext context = CommandContext.of("c", Actor.service("ada"), now);
        if (DECIDER.decide(state, input, context) instanceof Decision.Accepted<RolloutEvent>(var events, var _)) {
            for (RolloutEvent event : events) {
                aCondemnedReleaseIsNotBroughtOutUnasked(states.getLast(), input, event);
                log.add(event);
                states.add(DECIDER.evolve(states.getLast(), event));
            }
        }
        oneRunMatchesTheState(states.getLast());
    }

    private RolloutInput input(Random random) {
        RolloutState state = states.getLast();
        Run run = state.activity() instanceof Stuck stuck ? stuck.run() : state.run();
        String runId = run == null || random.nextInt(10) == 0 ? "production.agent.1" : run.runId();
        int index = run == null ? 0 : run.index() - (random.nextInt(12) == 0 ? 1 : 0);
        int attempt = run == null ? 1 : run.attempt();
        String release = Rollout.id(VERSIONS.get(random.nextInt(VERSIONS.size())));
        String instance = "production.agent." + release + '.' + (1 + random.nextInt(2));
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> begin(random);
            case 3, 4, 5, 6, 7, 8, 9 -> new StepSucceeded(Rollout.ID, runId, index, attempt, "done");
            case 10 -> new StepBroke(Rollout.ID, runId, index, attempt, Rollout.BROKEN);
            case 11 -> new HealthSeen(Rollout.ID, runId, release, "http", random.nextBoolean(), null, "", null);
            case 12, 13 -> new DeadlinePassed(Rollout.ID);
            case 14, 15 -> new InstanceUp(Rollout.ID, runId, instance, release, "127.0.0.1", 2000, random.nextInt(99));
            case 16 -> new InstanceLost(Rollout.ID, instance, release, 1, "ended");
            case 17 -> new InstanceDown(Rollout.ID, instance, release);
            case 18 ->
                new PutBack(
                        Rollout.ID,
                        "production-rollback-1",
                        random.nextBoolean() ? Rollout.release("1.0.0") : null,
                        1 + random.nextInt(2),
                        random.nextBoolean(),
                        SchemaRollback.LOSSLESS,
                        "back");
            case 19 -> asked(new RolloutCommand.RequestRollback("production", "agent", null, "back"));
            case 20 -> asked(new RolloutCommand.PromoteDeployment(runId, random.nextBoolean(), null));
            case 21 ->
                asked(
                        random.nextBoolean()
                                ? new RolloutCommand.PauseDeployment(runId, null)
                                : new RolloutCommand.ResumeDeployment(runId, null));
            case 22 -> asked(new RolloutCommand.AbortDeployment(runId, "enough"));
            default -> asked(new RolloutCommand.RetryDeployment(runId, null));
        };
    }

    private static RolloutInput asked(RolloutCommand command) {
        return new RolloutInput.Asked(command);
    }

    private static RolloutInput begin(Random random) {
        Strategy strategy = switch (random.nextInt(4)) {
            case 0 -> new Strategy.BlueGreen(random.nextBoolean(), Duration.ofSeconds(random.nextInt(40)));
            case 1 -> new Strategy.Rolling(1 + random.nextInt(2), random.nextInt(3), 1 + random.nextInt(2));
            case 2 -> new Strategy.Canary(null, null, null);
            default ->
                Rollout.canary(
                        new Strategy.CanaryStep(1 + random.nextInt(50), null),
                        new Strategy.CanaryStep(60, Duration.ofSeconds(2)));
        };
        return Rollout.begin(new RolloutCommand.StartDeployment(
                "production",
                "agent",
                VERSIONS.get(random.nextInt(VERSIONS.size())),
                strategy,
                null,
                1 + random.nextInt(3),
                null,
                null,
                random.nextInt(4) > 0,
                null,
                null,
                null,
                null,
                null,
                random.nextInt(5) == 0,
                null));
    }

    private static void aCondemnedReleaseIsNotBroughtOutUnasked(
            RolloutState before, RolloutInput input, RolloutEvent event) {
        if (event instanceof DeploymentStarted started
                && before.condemned().contains(started.release().id())) {
            assertThat(input)
                    .isInstanceOfSatisfying(
                            RolloutInput.Begin.class,
                            begin -> assertThat(begin.request().allowRolledBack())
                                    .isTrue());
        }
        boolean byAutomat = !(input instanceof PutBack);
        if (byAutomat && event instanceof RollbackRequested requested && requested.to() != null) {
            boolean wasLive = before.live() != null
                    && before.live().id().equals(requested.to().id());
            assertThat(wasLive
                            || !before.condemned().contains(requested.to().id())
                            || before.activity() instanceof Stuck)
                    .as("goes back to a condemned release: %s", requested)
                    .isTrue();
        }
    }

    private static void oneRunMatchesTheState(RolloutState state) {
        if (state.activity() instanceof Deploying run && run.index() >= 0) {
            assertThat(run.index()).isLessThan(run.plan().size());
        }
        assertThat(state.scale().values()).allMatch(count -> count > 0);
        if (state.live() != null) {
            assertThat(state.releases()).containsKey(state.live().id());
        }
    }

    private void neverTwoRuns() {
        Set<String> open = new HashSet<>();
        for (RolloutEvent event : log) {
            switch (event) {
                case DeploymentStarted e -> {
                    assertThat(open).isEmpty();
                    open.add(e.deploymentId());
                }
                case RollbackRequested e -> {
                    if (e.deploymentId() != null) {
                        open.remove(e.deploymentId());
                    }
                    open.removeIf(run -> run.contains(".r"));
                    assertThat(open).isEmpty();
                    open.add(e.rollbackId());
                }
                case DeploymentCompleted e ->
                    assertThat(open.remove(e.deploymentId())).isTrue();
                case RollbackCompleted e ->
                    assertThat(open.remove(e.rollbackId())).isTrue();
                default -> {}
            }
        }
    }

    private void whatEndedStaysEnded() {
        Set<String> ended = new HashSet<>();
        for (RolloutEvent event : log) {
            switch (event) {
                case StepStarted e -> assertThat(ended).doesNotContain(e.runId());
                case DeploymentCompleted e ->
                    assertThat(ended.add(e.deploymentId())).isTrue();
                case RollbackCompleted e ->
                    assertThat(ended.add(e.rollbackId())).isTrue();
                case RollbackRequested e when e.deploymentId() != null -> ended.add(e.deploymentId());
                default -> {}
            }
        }
    }

    private void weightsAddUp() {
        for (RolloutEvent event : log) {
            List<Step> plan = switch (event) {
                case DeploymentStarted e -> e.plan();
                case RollbackStarted e -> e.plan();
                default -> List.of();
            };
            for (Step step : plan) {
                if (step instanceof Step.ShiftTraffic shift) {
                    addUp(shift.weights());
                }
            }
            if (event instanceof TrafficShifted shifted) {
                addUp(shifted.weights());
            }
        }
    }

    private static void addUp(Map<String, Integer> weights) {
        assertThat(weights.values().stream().mapToInt(Integer::intValue).sum()).isIn(0, 100);
        assertThat(weights.values()).allMatch(weight -> weight > 0);
    }

    private void trafficGoesBackFirst() {
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i) instanceof RollbackStarted started) {
                RolloutState before = states.get(i);
                RolloutState.RollingBack run = (RolloutState.RollingBack) before.activity();
                List<Step> plan = started.plan();
                boolean runs = run.to() == null || before.running(run.to().id()) > 0;
                if (runs) {
                    assertThat(plan.getFirst()).isInstanceOf(Step.ShiftTraffic.class);
                }
                int shift = plan.indexOf(plan.stream()
                        .filter(Step.ShiftTraffic.class::isInstance)
                        .findFirst()
                        .orElseThrow());
                for (int step = 0; step < plan.size(); step++) {
                    if (plan.get(step) instanceof Step.Scale scale && scale.instances() == 0) {
                        assertThat(step)
                                .as("nothing is stopped before traffic is back")
                                .isGreaterThan(shift);
                    }
                }
            }
        }
    }

    private void aRollbackNeverBeginsByItselfAfterOneFailed() {
        boolean failed = false;
        for (RolloutEvent event : log) {
            switch (event) {
                case RollbackFailed _ -> failed = true;
                case DeploymentStarted _ -> failed = false;
                case RollbackCompleted _ -> failed = false;
                case RollbackRequested e -> {
                    assertThat(failed && e.automatic()).isFalse();
                    failed = false;
                }
                default -> {}
            }
        }
    }

    private void anyKeptStateGoesOnToTheSameState(Random random) {
        int split = random.nextInt(states.size());
        RolloutState state = states.get(split);
        for (RolloutEvent event : log.subList(split, log.size())) {
            state = DECIDER.evolve(state, event);
        }
        assertThat(state).isEqualTo(states.getLast());
    }

    private void theStateSurvivesJson() {
        RolloutState state = states.getLast();
        String json = Json.mapper().writeValueAsString(state);
        assertThat(Json.lenient().readValue(json, RolloutState.class)).isEqualTo(state);
        for (Event event : log.subList(Math.max(0, log.size() - 20), log.size())) {
            assertThat(Json.lenient().readValue(Json.mapper().writeValueAsString(event), event.getClass()))
                    .isEqualTo(event);
        }
    }
}
