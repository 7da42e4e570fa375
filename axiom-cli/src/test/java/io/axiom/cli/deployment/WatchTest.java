package io.axiom.cli.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView.StepView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final String VIEW = "GET /api/deployments/" + Deployments.ID;
    private static final String EVENTS = VIEW + "/events";

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void without_a_terminal_each_change_is_one_line_and_the_exit_code_is_the_result() {
        gateway.on(VIEW, Deployments.starting()).stream(EVENTS, Deployments.observing(), Deployments.rolledBack());

        Shell.Result result = Shell.at(gateway).run("deployment", "get", Deployments.ID, "-w");

        assertThat(result.out()).isEqualTo("""
                        03:00:12   production.shop-agent.7: shop-agent 1.1.0 → 1.2.0 in production, canary
                        03:00:12 ⟳ 1/4 run 1 instance of 1.2.0_33cc44dd
                        03:00:12   instance production.shop-agent.1.1.0_11aa22bb.0 running at 127.0.0.1:41001, pid 4711
                        03:00:12   traffic 100 % 1.1.0_11aa22bb
                        03:00:12 ✔ 1/4 run 1 instance of 1.2.0_33cc44dd (1.0 s)
                        03:00:12 ✔ 2/4 wait until 1.2.0_33cc44dd is healthy (2.0 s)
                        03:00:12 ⟳ 3/4 observe for 10s
                        03:00:12   instance production.shop-agent.1.2.0_33cc44dd.0 running at 127.0.0.1:41002, pid 4712
                        03:00:12   traffic 90 % 1.1.0_11aa22bb, 10 % 1.2.0_33cc44dd
                        03:00:12 ✔ check http /health of 1.2.0_33cc44dd: 200 in 3 ms
                        03:00:12 ✖ 3/4 observe for 10s (4.0 s)
                        03:00:12     31.2 % of 77 responses of 1.2.0 failed, more than 5 %.  [traffic.error-rate]
                        03:00:12     Next: Read the instance's log: ~/.axiom/instances/production.shop-agent.1.2.0_33cc44dd.0/stderr
                        03:00:12 – 4/4 send traffic 100 % to 1.2.0_33cc44dd
                        03:00:12   traffic 100 % 1.1.0_11aa22bb
                        03:00:12 ✖ check traffic of 1.2.0_33cc44dd: 31.2 % failed
                        ↩ shop-agent 1.2.0 was rolled back; 1.1.0 runs in production, all traffic back on it 340 ms after the first failure.
                          Why: 31.2 % of 77 responses of 1.2.0 failed, more than 5 %. [traffic.error-rate]
                          Next: Read the instance's log: ~/.axiom/instances/production.shop-agent.1.2.0_33cc44dd.0/stderr
                        """);
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void a_broken_stream_is_opened_again_where_it_broke() {
        gateway.on(VIEW, Deployments.starting()).stream(EVENTS, Deployments.observing()).stream(
                EVENTS, Deployments.completed());

        Shell.Result result = Shell.at(gateway).run("deployment", "get", Deployments.ID, "--watch");

        assertThat(result.exitCode()).isZero();
        assertThat(gateway.asked)
                .last()
                .satisfies(asked -> assertThat(asked.headers()).containsEntry("last-event-id", "44"));
        assertThat(result.out()).endsWith("✔ shop-agent 1.2.0 runs in production after 14 s.\n");
    }

    @Test
    void one_that_has_ended_needs_no_stream() {
        gateway.on(VIEW, Deployments.completed());

        assertThat(Shell.at(gateway)
                        .run("deployment", "get", Deployments.ID, "-w")
                        .exitCode())
                .isZero();
        assertThat(gateway.asked).hasSize(1);
    }

    @Test
    void programs_get_one_document_a_line() {
        gateway.on(VIEW, Deployments.starting()).stream(EVENTS, Deployments.rolledBack());

        Shell.Result result = Shell.at(gateway).run("deployment", "get", Deployments.ID, "-w", "-o", "json");

        assertThat(result.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void a_terminal_shows_the_whole_tree_at_the_end_with_the_rollback_in_it() {
        gateway.on(VIEW, Deployments.rolledBack())
                .on("GET /api/deployments/production.shop-agent.r8", Deployments.rollback());

        Shell.Result result = Shell.at(gateway).terminal("").run("deployment", "get", Deployments.ID, "-w");

        assertThat(result.out())
                .contains("└─ Rollback production.shop-agent.r8  ✔ completed", "↩ shop-agent 1.2.0 was rolled back");
    }

    @Test
    void a_deployment_that_is_not_there_is_a_problem_and_not_an_endless_wait() {
        gateway.problem(
                VIEW,
                404,
                "deployment.not-found",
                "Not found",
                "There is no deployment production.shop-agent.7.",
                "List them with: axiom deployment list");

        Shell.Result result = Shell.at(gateway).run("deployment", "get", Deployments.ID, "-w");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                        ✖ Not found
                          There is no deployment production.shop-agent.7.
                          Next: List them with: axiom deployment list
                          Code: deployment.not-found
                        """);
    }

    @Test
    void who_has_to_do_something_is_told_what() {
        var waiting = Deployments.view(
                DeploymentStatus.IN_PROGRESS,
                50,
                List.of(Deployments.step(0, "wait for promote", StepView.Status.RUNNING, 3, null, null)),
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                45);
        var paused = Deployments.view(
                DeploymentStatus.PAUSED,
                50,
                waiting.steps(),
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                46);
        gateway.on(VIEW, waiting).stream(EVENTS, waiting, paused, Deployments.completed());

        assertThat(Shell.at(gateway)
                        .run("deployment", "get", Deployments.ID, "-w")
                        .out())
                .isEqualTo("""
                        03:00:12   production.shop-agent.7: shop-agent 1.1.0 → 1.2.0 in production, canary
                        03:00:12 ⟳ 1/1 wait for promote
                        03:00:12 ‖ Waits for you: ./axiom promote production.shop-agent.7, or ./axiom abort production.shop-agent.7 --reason <why>
                        03:00:12 ‖ Paused: ./axiom resume production.shop-agent.7
                        03:00:12 ✔ 1/1 run 1 instance of 1.2.0_33cc44dd (1.0 s)
                        03:00:12   instance production.shop-agent.1.2.0_33cc44dd.0 running at 127.0.0.1:41002, pid 4712
                        03:00:12   traffic 100 % 1.2.0_33cc44dd
                        ✔ shop-agent 1.2.0 runs in production after 14 s.
                        """);
    }
}
