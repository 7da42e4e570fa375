package io.axiom.cli.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.Shell;
import io.axiom.cli.text.Ink;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.DeploymentView.StepView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentTreeTest {
    private final DeploymentTree tree = new DeploymentTree(Ink.PLAIN, Shell.NOW);

    @Test
    void a_canary_under_observation_shows_where_it_is_and_who_gets_how_much() {
        assertThat(String.join("\n", tree.lines(Deployments.observing(), null))).isEqualTo("""
                        production.shop-agent.7  shop-agent 1.1.0 → 1.2.0 in production, canary
                        │  ⟳ in_progress  50 %  12 s  by alice: spring sale
                        ├─ Steps
                        │  ├─ ✔ run 1 instance of 1.2.0_33cc44dd      1.0 s
                        │  ├─ ✔ wait until 1.2.0_33cc44dd is healthy  2.0 s
                        │  ├─ ⟳ observe for 10s                       9.0 s
                        │  └─ · send traffic 100 % to 1.2.0_33cc44dd
                        ├─ Traffic
                        │  ├─ ██████████████████░░  90 %  1.1.0_11aa22bb
                        │  └─ ██░░░░░░░░░░░░░░░░░░  10 %  1.2.0_33cc44dd
                        ├─ Instances
                        │  ├─ ✔ production.shop-agent.1.1.0_11aa22bb.0  127.0.0.1:41001  pid 4711  running
                        │  └─ ✔ production.shop-agent.1.2.0_33cc44dd.0  127.0.0.1:41002  pid 4712  running
                        └─ Checks
                           └─ ✔ http /health of 1.2.0_33cc44dd  200 in 3 ms""");
    }

    @Test
    void the_cause_stands_on_the_failing_step_and_the_way_back_below() {
        assertThat(String.join("\n", tree.lines(Deployments.rolledBack(), Deployments.rollback())))
                .isEqualTo("""
                        production.shop-agent.7  shop-agent 1.1.0 → 1.2.0 in production, canary
                        │  ↩ rolled_back  50 %  9.0 s  by alice: spring sale
                        ├─ Steps
                        │  ├─ ✔ run 1 instance of 1.2.0_33cc44dd      1.0 s
                        │  ├─ ✔ wait until 1.2.0_33cc44dd is healthy  2.0 s
                        │  ├─ ✖ observe for 10s                       4.0 s
                        │  │     31.2 % of 77 responses of 1.2.0 failed, more than 5 %.  [traffic.error-rate]
                        │  │     Next: Read the instance's log: ~/.axiom/instances/production.shop-agent.1.2.0_33cc44dd.0/stderr
                        │  └─ – send traffic 100 % to 1.2.0_33cc44dd
                        ├─ Traffic
                        │  └─ ████████████████████ 100 %  1.1.0_11aa22bb
                        ├─ Instances
                        │  └─ ✔ production.shop-agent.1.1.0_11aa22bb.0  127.0.0.1:41001  pid 4711  running
                        ├─ Checks
                        │  ├─ ✔ http /health of 1.2.0_33cc44dd  200 in 3 ms
                        │  └─ ✖ traffic of 1.2.0_33cc44dd  31.2 % failed
                        └─ Rollback production.shop-agent.r8  ✔ completed
                           ├─ ✔ send traffic 100 % to 1.1.0_11aa22bb  0 ms
                           └─ ✔ run 0 instances of 1.2.0_33cc44dd     2.0 s""");
    }

    @Test
    void a_step_that_left_the_schema_says_why() {
        StepView stays = new StepView(
                0,
                "take back what was migrated on orders, where nothing is lost",
                StepView.Status.DONE,
                Deployments.at(0),
                Deployments.at(1),
                "orders stays as it is: The way back of migration 7 loses what was written since it was applied.",
                null);
        DeploymentView view = Deployments.view(
                DeploymentStatus.COMPLETED,
                100,
                List.of(stays),
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Deployments.at(1),
                1);

        assertThat(tree.lines(view, null)).anyMatch(line -> line.contains("orders stays as it is: The way back of"));
        assertThat(new Changes(Ink.PLAIN, "axiom").between(null, view))
                .anyMatch(line -> line.contains("orders stays as it is: The way back of"));
    }

    @Test
    void text_from_outside_cannot_steer_the_terminal() {
        var evil = Deployments.view(
                io.axiom.language.deployment.view.DeploymentStatus.FAILED,
                0,
                java.util.List.of(),
                java.util.Map.of(),
                java.util.List.of(),
                java.util.List.of(),
                new io.axiom.language.deployment.Cause("x", "\u001b[2J\u202Egone", "\u009b1A"),
                null,
                null,
                null,
                1);

        assertThat(String.join("\n", tree.lines(evil, null))).doesNotContain("\u001b", "\u202E", "\u009b");
    }
}
