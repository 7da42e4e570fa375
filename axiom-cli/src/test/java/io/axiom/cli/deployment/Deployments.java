package io.axiom.cli.deployment;

import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.DeploymentView.CheckView;
import io.axiom.language.deployment.view.DeploymentView.InstanceView;
import io.axiom.language.deployment.view.DeploymentView.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One canary of shop-agent 1.2.0 that fails under load, at its moments. */
public final class Deployments {
    public static final String ID = "production.shop-agent.7";
    static final String OLD = "1.1.0_11aa22bb";
    static final String NEW = "1.2.0_33cc44dd";
    static final Cause CAUSE = new Cause(
            "traffic.error-rate",
            "31.2 % of 77 responses of 1.2.0 failed, more than 5 %.",
            "Read the instance's log: ~/.axiom/instances/production.shop-agent.1.2.0_33cc44dd.0/stderr");

    private Deployments() {}

    static Instant at(int second) {
        return Instant.parse("2026-11-20T03:00:00Z").plusSeconds(second);
    }

    static StepView step(int index, String description, StepView.Status status, Integer from, Integer to, Cause cause) {
        return new StepView(
                index, description, status, from == null ? null : at(from), to == null ? null : at(to), null, cause);
    }

    private static final InstanceView OLD_ONE =
            new InstanceView("production.shop-agent." + OLD + ".0", OLD, "1.1.0", "127.0.0.1", 41001, 4711, "running");
    private static final InstanceView NEW_ONE =
            new InstanceView("production.shop-agent." + NEW + ".0", NEW, "1.2.0", "127.0.0.1", 41002, 4712, "running");

    static DeploymentView view(
            DeploymentStatus status,
            int progress,
            List<StepView> steps,
            Map<String, Integer> weights,
            List<InstanceView> instances,
            List<CheckView> checks,
            Cause error,
            String rollbackId,
            Long restored,
            Instant endedAt,
            long position) {
        return new DeploymentView(
                ID,
                "production",
                "shop-agent",
                "1.2.0",
                NEW,
                "1.1.0",
                OLD,
                "canary",
                status,
                progress,
                null,
                steps,
                weights,
                instances,
                checks,
                error,
                rollbackId,
                restored,
                "alice",
                "spring sale",
                at(0),
                endedAt,
                position);
    }

    public static DeploymentView starting() {
        return view(
                DeploymentStatus.IN_PROGRESS,
                0,
                List.of(
                        step(0, "run 1 instance of " + NEW, StepView.Status.RUNNING, 0, null, null),
                        step(1, "wait until " + NEW + " is healthy", StepView.Status.WAITING, null, null, null),
                        step(2, "observe for 10s", StepView.Status.WAITING, null, null, null),
                        step(3, "send traffic 100 % to " + NEW, StepView.Status.WAITING, null, null, null)),
                Map.of(OLD, 100),
                List.of(OLD_ONE),
                List.of(),
                null,
                null,
                null,
                null,
                40);
    }

    public static DeploymentView observing() {
        return view(
                DeploymentStatus.IN_PROGRESS,
                50,
                List.of(
                        step(0, "run 1 instance of " + NEW, StepView.Status.DONE, 0, 1, null),
                        step(1, "wait until " + NEW + " is healthy", StepView.Status.DONE, 1, 3, null),
                        step(2, "observe for 10s", StepView.Status.RUNNING, 3, null, null),
                        step(3, "send traffic 100 % to " + NEW, StepView.Status.WAITING, null, null, null)),
                Map.of(OLD, 90, NEW, 10),
                List.of(OLD_ONE, NEW_ONE),
                List.of(new CheckView("http /health", NEW, true, "200 in 3 ms", at(3))),
                null,
                null,
                null,
                null,
                44);
    }

    public static DeploymentView rolledBack() {
        return view(
                DeploymentStatus.ROLLED_BACK,
                50,
                List.of(
                        step(0, "run 1 instance of " + NEW, StepView.Status.DONE, 0, 1, null),
                        step(1, "wait until " + NEW + " is healthy", StepView.Status.DONE, 1, 3, null),
                        step(2, "observe for 10s", StepView.Status.FAILED, 3, 7, CAUSE),
                        step(3, "send traffic 100 % to " + NEW, StepView.Status.SKIPPED, null, null, null)),
                Map.of(OLD, 100),
                List.of(OLD_ONE),
                List.of(
                        new CheckView("http /health", NEW, true, "200 in 3 ms", at(3)),
                        new CheckView("traffic", NEW, false, "31.2 % failed", at(7))),
                CAUSE,
                "production.shop-agent.r8",
                340L,
                at(9),
                52);
    }

    public static DeploymentView rollback() {
        return new DeploymentView(
                "production.shop-agent.r8",
                "production",
                "shop-agent",
                "1.1.0",
                OLD,
                "1.2.0",
                NEW,
                "rollback",
                DeploymentStatus.COMPLETED,
                100,
                null,
                List.of(
                        step(0, "send traffic 100 % to " + OLD, StepView.Status.DONE, 7, 7, null),
                        step(1, "run 0 instances of " + NEW, StepView.Status.DONE, 7, 9, null)),
                Map.of(OLD, 100),
                List.of(),
                List.of(),
                null,
                null,
                null,
                "rollback-policy",
                null,
                at(7),
                at(9),
                52);
    }

    public static DeploymentView completed() {
        return view(
                DeploymentStatus.COMPLETED,
                100,
                List.of(step(0, "run 1 instance of " + NEW, StepView.Status.DONE, 0, 1, null)),
                Map.of(NEW, 100),
                List.of(NEW_ONE),
                List.of(),
                null,
                null,
                null,
                at(14),
                60);
    }
}
