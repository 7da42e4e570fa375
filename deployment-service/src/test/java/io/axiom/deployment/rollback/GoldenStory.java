package io.axiom.deployment.rollback;

import io.axiom.deployment.environment.EnvironmentInput;
import io.axiom.deployment.environment.EnvironmentInput.GoBack;
import io.axiom.deployment.environment.EnvironmentInput.MarkPoint;
import io.axiom.deployment.rollout.Defaults;
import io.axiom.deployment.rollout.RolloutInput.Asked;
import io.axiom.deployment.rollout.RolloutInput.Begin;
import io.axiom.deployment.rollout.RolloutInput.DeadlinePassed;
import io.axiom.deployment.rollout.RolloutInput.HealthSeen;
import io.axiom.deployment.rollout.RolloutInput.InstanceLost;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.language.Cut;
import io.axiom.language.Event;
import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.EnvironmentCommand.ChangePolicy;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.Notification;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.RolloutCommand;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Strategy.CanaryStep;
import io.axiom.language.deployment.Strategy.TesterHeader;
import io.axiom.language.deployment.Thresholds;
import io.axiom.language.version.RunSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A story in which every event of the deployment context happens at least once. */
public final class GoldenStory {
    private static final String ID = "production.agent";
    private static final Cause CAUSE =
            new Cause("health.http-status", "GET /health answered 500", "Look at its output.");

    private GoldenStory() {}

    public static List<Event> events() {
        EnvironmentLog log = new EnvironmentLog();
        log.must(new EnvironmentInput.Asked(new ChangePolicy(
                "production",
                new Policy(
                        true,
                        false,
                        List.of("grace"),
                        1,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        Thresholds.DEFAULTS))));
        log.deployed("agent", "1.0.0");
        log.must(new MarkPoint("production", Cut.of("deployment", log.head()), "good", null, 1));
        log.must(new MarkPoint("production", Cut.of("deployment", log.head()), "better", "production.agent.2", 1));

        canary(log, null);
        String id = Objects.requireNonNull(log.rollout("agent").run()).runId();
        log.must(new Asked(new RolloutCommand.PauseDeployment(id, "lunch")));
        log.must(new Asked(new RolloutCommand.ResumeDeployment(id, null)));
        while (!(Objects.requireNonNull(log.rollout("agent").run()).step() instanceof Step.AwaitPromotion)) {
            log.succeed("agent");
        }
        String releaseId = log.rollout("agent").instances().values().stream()
                .map(RolloutState.Instance::releaseId)
                .filter(known -> known.startsWith("1.1.0"))
                .findFirst()
                .orElseThrow();
        log.must(new HealthSeen(ID, id, releaseId, "http", true, null, "200 in 3 ms", null));
        log.must(new Asked(new RolloutCommand.PromoteDeployment(id, true, "looks good")));
        log.settle("agent");
        log.now = log.now.plusSeconds(60);
        log.must(new DeadlinePassed(ID));
        log.must(new InstanceLost(ID, ID + '.' + releaseId + ".1", releaseId, 137, "It was killed."));
        log.must(new HealthSeen(ID, id, releaseId, "http", false, CAUSE, CAUSE.detail(), log.now));

        canary(log, List.of("grace"));
        String approved = Objects.requireNonNull(log.rollout("agent").run()).runId();
        log.as("grace").must(new Asked(new RolloutCommand.ApproveDeployment(approved, "go")));
        log.as("ada").must(new Asked(new RolloutCommand.AbortDeployment(approved, "wrong day")));
        log.breakStep("agent");
        log.must(new Asked(new RolloutCommand.RetryDeployment(
                ((RolloutState.Stuck) log.rollout("agent").activity()).run().runId(), "again")));
        log.settle("agent");
        noRollback(log);
        log.breakStep("agent");

        RollbackPlanner planner =
                new RollbackPlanner(log, _ -> log.components(), (_, _, _) -> SchemaAccounts.Account.NOTHING);
        EnvironmentRollback process = new EnvironmentRollback(log, log, Clock.systemUTC());
        goBack(log, process, planner.plan("production", "previous", null, null));
        log.settle("agent");
        react(log, process);
        log.deployed("agent", "1.4.0");
        goBack(log, process, planner.plan("production", "previous", null, null));
        log.breakStep("agent");
        react(log, process);
        return log.events().stream().map(RecordedEvent::event).toList();
    }

    private static void goBack(EnvironmentLog log, EnvironmentRollback process, RollbackPlan plan) {
        log.must(new GoBack("production", plan, false, "to be safe", plan.hash()));
        react(log, process);
    }

    private static void react(EnvironmentLog log, EnvironmentRollback process) {
        log.read(0, 10_000).forEach(process::react);
    }

    private static void canary(EnvironmentLog log, @Nullable List<String> approvers) {
        log.must(new Begin(
                new StartDeployment(
                        "production",
                        "agent",
                        approvers == null ? "1.1.0" : "1.2.0",
                        new Strategy.Canary(
                                List.of(new CanaryStep(10, null), new CanaryStep(50, Duration.ofSeconds(10))),
                                new TesterHeader("X-Tester", "yes"),
                                Duration.ofSeconds(30)),
                        Map.of("LOG", "debug", "PASSWORD", "secret:env:AGENT_PASSWORD"),
                        2,
                        List.of(HealthCheck.http("/health")),
                        Thresholds.DEFAULTS,
                        true,
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(1),
                        List.of(new Notification("email", true, List.of("team@example.org"), List.of("failed"))),
                        approvers != null,
                        approvers,
                        null,
                        "monthly release"),
                RunSpec.of("agent", "--port", "${PORT}"),
                Policy.DEFAULTS,
                Defaults.STANDARD));
    }

    private static void noRollback(EnvironmentLog log) {
        log.must(new Begin(
                new StartDeployment(
                        "production",
                        "agent",
                        "1.3.0",
                        new Strategy.Rolling(null, null, null),
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                RunSpec.of("agent"),
                Policy.DEFAULTS,
                Defaults.STANDARD));
    }
}
