package io.axiom.cli.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.cli.deployment.Deployments;
import io.axiom.language.Cut;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Configuration;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.RollbackPlan.Change;
import io.axiom.language.deployment.RollbackPlan.Grade;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.EnvironmentRollbackView;
import io.axiom.language.deployment.view.RollbackPointView;
import io.axiom.language.json.Json;
import io.axiom.language.version.RunSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RollbackTest {
    private static final String PLAN = "GET /api/environments/production/rollback-plan?to=1234";
    private static final String ROLLBACK = "POST /api/environments/production/rollback";

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private static Release release(String id, String version, Map<String, String> configuration) {
        return new Release(id, "shop-agent", version, RunSpec.of("x"), Configuration.of(configuration));
    }

    private static RollbackPlan plan() {
        Change agent = new Change(
                "shop-agent",
                release("1.2.0_33cc44dd", "1.2.0", Map.of("PRICE", "12", "MODE", "new", "SAME", "1")),
                release("1.1.0_11aa22bb", "1.1.0", Map.of("PRICE", "10", "SAME", "1")),
                1,
                Grade.LOSSLESS,
                "",
                List.of(
                        new Step.ShiftTraffic(Map.of("1.1.0_11aa22bb", 100), List.of()),
                        new Step.Scale("1.2.0_33cc44dd", 0)));
        Change added = new Change(
                "mailer",
                release("2.0.0_55ee66ff", "2.0.0", Map.of()),
                null,
                0,
                Grade.IRREVERSIBLE,
                "It did not run then.",
                List.of(new Step.Scale("2.0.0_55ee66ff", 0)));
        return new RollbackPlan(
                "production",
                "1234",
                1234,
                Instant.parse("2026-11-20T02:00:00Z"),
                List.of(agent, added),
                List.of("mailer had sent 3 mails."),
                null,
                "9f86d081884c7d65");
    }

    private static final String SHOWN = """
            Plan to take production back to 1234 (deployment@1234, 2026-11-20 02:00:00)

              ~ shop-agent  1.2.0_33cc44dd → 1.1.0_11aa22bb  lossless
                  - MODE=new
                  - PRICE=12
                  + PRICE=10
                  1. send traffic 100 % to 1.1.0_11aa22bb
                  2. run 0 instances of 1.2.0_33cc44dd

              - mailer  2.0.0_55ee66ff → nothing  irreversible
                  It did not run then.
                  1. run 0 instances of 2.0.0_55ee66ff

              ! mailer had sent 3 mails.

            Plan: 2 components, 1 irreversible, 1 lossless.  Hash: 9f86d081884c7d65
            """;

    @Test
    void a_dry_run_shows_each_step_with_what_it_may_lose_and_does_nothing() {
        gateway.on(PLAN, plan());

        Shell.Result result = Shell.at(gateway).run("rollback", "production", "--to", "1234", "--dry-run");

        assertThat(result.out()).isEqualTo(SHOWN);
        assertThat(result.exitCode()).isZero();
        assertThat(gateway.asked).extracting(FakeGateway.Asked::method).containsOnly("GET");
    }

    @Test
    void a_person_reads_the_plan_says_yes_and_why_and_exactly_that_plan_is_done() {
        gateway.on(PLAN, plan()).on(ROLLBACK, "{\"rollbackId\":\"production.rollback-3\",\"position\":1300}");

        Shell.Result result =
                Shell.at(gateway).terminal("y\nwrong prices\n").run("rollback", "production", "--to", "1234");

        assertThat(result.out())
                .isEqualTo(SHOWN
                        + "Go back? [y/N] Reason (kept in the audit log): "
                        + "✔ Rollback production.rollback-3 is under way.\n  Next: ./axiom deployment list\n");
        assertThat(gateway.last("POST").json())
                .isEqualTo(Json.mapper()
                        .readTree("{\"to\":\"1234\",\"planHash\":\"9f86d081884c7d65\",\"reason\":\"wrong prices\"}"));
    }

    @Test
    void anything_but_yes_changes_nothing() {
        gateway.on(PLAN, plan());

        for (String answer : List.of("", "\n", "n\n", "yess\n")) {
            Shell.Result result =
                    Shell.at(gateway).terminal(answer).run("rollback", "production", "--to", "1234", "--reason", "x");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).isEqualTo("Nothing was done.\n");
        }
        assertThat(gateway.asked).extracting(FakeGateway.Asked::method).containsOnly("GET");
    }

    @Test
    void without_a_terminal_yes_and_a_reason_have_to_be_given() {
        gateway.on(PLAN, plan()).on(ROLLBACK, "{\"rollbackId\":\"r\"}");

        Shell.Result noYes = Shell.at(gateway).run("rollback", "production", "--to", "1234", "--reason", "drill");
        Shell.Result noReason = Shell.at(gateway).run("rollback", "production", "--to", "1234", "--yes");
        assertThat(noYes.exitCode()).isEqualTo(2);
        assertThat(noYes.err()).contains("give --yes");
        assertThat(noReason.exitCode()).isEqualTo(2);
        assertThat(noReason.err()).contains("A reason is required");
        assertThat(gateway.asked).extracting(FakeGateway.Asked::method).containsOnly("GET");

        assertThat(Shell.at(gateway)
                        .run("rollback", "production", "--to", "1234", "--yes", "--reason", "drill")
                        .exitCode())
                .isZero();
    }

    @Test
    void a_plan_with_nothing_in_it_is_not_asked_about() {
        gateway.on(
                "GET /api/environments/production/rollback-plan?to=previous",
                new RollbackPlan("production", "previous", 9, null, List.of(), List.of(), null, "00"));

        Shell.Result result = Shell.at(gateway).run("rollback", "production");

        assertThat(result.out()).endsWith("Nothing to do: production is already as it was then.\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void the_emergency_goes_past_a_gateway_that_cannot_and_is_still_done_once() {
        try (FakeGateway deploymentService = new FakeGateway()) {
            gateway.problem(
                    "POST /api/rollback/emergency",
                    503,
                    "kafka.unavailable",
                    "Kafka is down",
                    "No broker.",
                    "Go direct.");
            deploymentService.on("POST /api/rollback/emergency", "{\"rollbackId\":\"production.rollback-9\"}");

            Shell.Result result = Shell.at(gateway)
                    .with("AXIOM_DEPLOYMENT_URL", deploymentService.url())
                    .run("emergency-rollback", "production", "--reason", "down");

            assertThat(result.exitCode()).isZero();
            assertThat(result.err())
                    .isEqualTo("  The gateway did not do it (kafka.unavailable); asking deployment-service itself.\n");
            assertThat(result.out()).startsWith("✔ Rollback production.rollback-9 is under way.\n");
            assertThat(deploymentService.last("POST").headers().get("idempotency-key"))
                    .isEqualTo(gateway.last("POST").headers().get("idempotency-key"));
        }
    }

    @Test
    void the_emergency_works_with_no_gateway_at_all_but_a_refusal_is_a_refusal() {
        try (FakeGateway deploymentService = new FakeGateway()) {
            deploymentService.on("POST /api/rollback/emergency", "{\"rollbackId\":\"r\"}");
            FakeGateway gone = new FakeGateway();
            gone.close();

            assertThat(Shell.at(gone)
                            .run("emergency-rollback", "production", "--direct-url", deploymentService.url())
                            .exitCode())
                    .isZero();

            gateway.problem("POST /api/rollback/emergency", 409, "rollback.nothing", "Nothing to go back to", "x", "y");
            Shell.Result refused =
                    Shell.at(gateway).run("emergency-rollback", "production", "--direct-url", deploymentService.url());
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(deploymentService.asked).hasSize(1);
        }
    }

    private static EnvironmentRollbackView run(DeploymentStatus status, Cause error) {
        return new EnvironmentRollbackView(
                "production.rollback-3",
                "production",
                status,
                plan(),
                false,
                Map.of("shop-agent", "production.shop-agent.r8"),
                error,
                "alice",
                "drill",
                Instant.parse("2026-11-20T03:00:00Z"),
                Instant.parse("2026-11-20T03:00:02Z"),
                1310);
    }

    @Test
    void watching_one_ends_with_its_result() {
        gateway.on(PLAN, plan())
                .on(ROLLBACK, "{\"rollbackId\":\"production.rollback-3\"}")
                .on("GET /api/deployments/production.shop-agent.r8", Deployments.rollback())
                .on(
                        "GET /api/rollbacks/production.rollback-3",
                        run(DeploymentStatus.ROLLING_BACK, null),
                        run(DeploymentStatus.COMPLETED, null),
                        run(
                                DeploymentStatus.FAILED,
                                new Cause("process.exited", "It exited with 1.", "Read its log.")));
        String[] command = {"rollback", "production", "--to", "1234", "--yes", "--reason", "drill", "-w"};

        Shell.Result back = Shell.at(gateway).run(command);
        Shell.Result failed = Shell.at(gateway).run(command);

        assertThat(back.out())
                .isEqualTo(SHOWN
                        + "✔ production.shop-agent.r8  1.1.0  completed\n✔ production is back to 1234 after 2.0 s.\n");
        assertThat(back.exitCode()).isZero();
        assertThat(failed.out())
                .endsWith(
                        "✖ Rollback production.rollback-3 failed.\n  Why: It exited with 1. [process.exited]\n  Next: Read its log.\n");
        assertThat(failed.exitCode()).isEqualTo(1);
    }

    @Test
    void a_deployment_is_taken_back_to_before_it_whether_or_not_something_came_after() {
        String nothing =
                "{\"environment\":\"production\",\"to\":\"x\",\"position\":1,\"changes\":[],\"warnings\":[],\"hash\":\"0\"}";
        String environment = """
                {"environmentId":"production","target":{"type":"process"},"policy":{},"createdAt":"2026-11-20T00:00:00Z","position":1,
                 "components":[{"component":"shop-agent","releaseId":"%s","status":"idle","instances":1,"weights":{}}]}""";
        gateway.on("GET /api/deployments/production.shop-agent.7", Deployments.completed())
                .on(
                        "GET /api/environments/production",
                        environment.formatted("1.2.0_33cc44dd"),
                        environment.formatted("9.9.9_0"))
                .on("GET /api/environments/production/rollback-plan?to=previous&component=shop-agent", nothing)
                .on(
                        "GET /api/environments/production/rollback-plan?to=2026-11-20T02%3A59%3A59.999Z&component=shop-agent",
                        nothing);

        assertThat(Shell.at(gateway).run("rollback", "production.shop-agent.7").exitCode())
                .isZero();
        assertThat(Shell.at(gateway).run("rollback", "production.shop-agent.7").exitCode())
                .isZero();

        assertThat(gateway.last("GET").path()).contains("to=2026-11-20T02%3A59%3A59.999Z");
        assertThat(Shell.at(gateway).run("rollback", "not.an.id").err()).contains("Code: deployment.id-invalid");
    }

    @Test
    void rollback_points_are_made_listed_and_forgotten() {
        String points = "/api/environments/production/rollback-points";
        gateway.on("POST " + points, "{\"rollbackPointId\":\"rb-7\",\"cut\":\"deployment@42\"}")
                .on("DELETE " + points + "/rb-7", "{\"rollbackPointId\":\"rb-7\"}")
                .on(
                        "GET " + points + "?limit=500",
                        Map.of(
                                "items",
                                List.of(new RollbackPointView(
                                        "rb-7",
                                        "production",
                                        "Before the sale",
                                        Cut.of("deployment", 42),
                                        null,
                                        Map.of("shop-agent", "1.1.0"),
                                        "alice",
                                        Instant.parse("2026-11-20T03:00:00Z")))));

        assertThat(Shell.at(gateway)
                        .run("rollback-point", "create", "production", "--description", "Before the sale")
                        .out())
                .isEqualTo("✔ Rollback point rb-7 is made.\n  Go back with: ./axiom rollback production --to rb-7\n");
        assertThat(Shell.at(gateway).run("rollback-point", "list", "production").out())
                .isEqualTo("""
                        POINT  POSITION       CREATED              BY     VERSIONS          DESCRIPTION
                        rb-7   deployment@42  2026-11-20 03:00:00  alice  shop-agent 1.1.0  Before the sale
                        """);
        assertThat(Shell.at(gateway)
                        .run("rollback-point", "delete", "production", "rb-7")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Shell.at(gateway)
                        .run("rollback-point", "delete", "production", "rb-7", "--yes")
                        .exitCode())
                .isZero();
    }
}
