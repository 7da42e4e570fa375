package io.axiom.cli.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.deployment.request.StartDeploymentRequest;
import io.axiom.language.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployTest {
    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void options_become_the_request_the_gateway_publishes() {
        gateway.on("POST /api/deployments", "{\"deploymentId\":\"production.shop-agent.7\",\"position\":40}");

        Shell.Result result = Shell.at(gateway)
                .run(
                        "deploy",
                        "shop-agent",
                        "1.2.0",
                        "--to",
                        "production",
                        "--canary",
                        "10:10s,50%:500ms,100",
                        "--header",
                        "X-Tester=yes",
                        "--instances",
                        "2",
                        "--config",
                        "PRICE=10",
                        "--config",
                        "MODE=a=b",
                        "--health",
                        "/health",
                        "--health",
                        "tcp",
                        "--no-rollback-on-failure",
                        "--timeout",
                        "5m",
                        "--error-rate",
                        "2.5",
                        "--reason",
                        "sale");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("""
                        ✔ production.shop-agent.7 is under way.
                          Next: ./axiom deployment get production.shop-agent.7 -w
                        """);
        FakeGateway.Asked asked = gateway.last("POST");
        assertThat(asked.headers()).containsKey("idempotency-key");
        assertThat(asked.json()).isEqualTo(Json.mapper().readTree("""
                                {"component":"shop-agent","version":"1.2.0","environmentId":"production",
                                 "strategy":{"type":"canary","steps":[{"weight":10,"pause":"PT10S"},{"weight":50,"pause":"PT0.5S"}],
                                 "header":{"name":"X-Tester","value":"yes"}},
                                 "instances":2,"configuration":{"PRICE":"10","MODE":"a=b"},
                                 "healthChecks":[{"id":"http /health","type":"http","endpoint":"/health"},{"id":"tcp","type":"tcp"}],
                                 "thresholds":{"errorRatePercent":2.5},"rollbackOnFailure":false,"timeout":"PT5M","reason":"sale"}"""));
        // The gateway reads it strictly.
        assertThat(Json.mapper()
                        .readValue(asked.body(), StartDeploymentRequest.class)
                        .instances())
                .isEqualTo(2);
    }

    @Test
    void a_file_as_the_source_document_has_it_is_sent_with_options_over_it(@TempDir Path folder) throws IOException {
        gateway.on("POST /api/deployments", "{\"deploymentId\":\"staging.shop-agent.1\"}");
        Path file = Files.writeString(folder.resolve("deployment.json"), """
                {"version":"1.1.0","environmentId":"production","component":"shop-agent","strategy":"blue-green",
                 "healthChecks":[{"id":"api-health","name":"API","type":"api","endpoint":"https://x/health","method":"GET",
                   "expectedStatus":200,"timeout":30000,"retries":3}],
                 "rollbackOnFailure":true,"timeout":600000,"dryRun":false,"approvalRequired":true,"approvers":["tech-lead"]}""");

        assertThat(Shell.at(gateway)
                        .run("deploy", "-f", file.toString(), "--to", "staging")
                        .exitCode())
                .isZero();

        assertThat(gateway.last("POST").json().path("environmentId").asString()).isEqualTo("staging");
        assertThat(gateway.last("POST").json().path("strategy").asString()).isEqualTo("blue-green");
        StartDeploymentRequest read =
                Json.mapper().readValue(gateway.last("POST").body(), StartDeploymentRequest.class);
        assertThat(read.healthChecks()).hasSize(1);
    }

    @Test
    void a_dry_run_shows_the_plan() {
        gateway.on("POST /api/deployments", """
                {"deploymentId":"production.shop-agent.7","release":{"id":"1.2.0_33cc44dd"},"previous":{"id":"1.1.0_11aa22bb"},
                 "plan":[{"index":0,"description":"run 1 instance of 1.2.0_33cc44dd"},{"index":1,"description":"observe for 10s"}]}""");

        Shell.Result result = Shell.at(gateway).run("deploy", "shop-agent", "1.2.0", "--to", "production", "--dry-run");

        assertThat(result.out()).isEqualTo("""
                        Plan for production.shop-agent.7: 1.1.0_11aa22bb → 1.2.0_33cc44dd
                           1  run 1 instance of 1.2.0_33cc44dd
                           2  observe for 10s
                        Nothing was done: this was a dry run.
                        """);
        assertThat(gateway.last("POST").json().path("dryRun").asBoolean()).isTrue();
    }

    @Test
    void watching_reads_what_this_process_wrote() {
        gateway.status(
                        "POST /api/deployments",
                        202,
                        "{\"deploymentId\":\"production.shop-agent.7\"}",
                        java.util.Map.of("Axiom-Position", "deployment=40"))
                .on("GET /api/deployments/production.shop-agent.7", Deployments.completed());

        assertThat(Shell.at(gateway)
                        .run("deploy", "shop-agent", "1.2.0", "--to", "production", "-w")
                        .exitCode())
                .isZero();

        assertThat(gateway.last("GET").headers()).containsEntry("axiom-min-position", "deployment=40");
    }

    @Test
    void a_refusal_says_what_why_next_and_code_and_programs_get_it_whole() {
        gateway.problem(
                "POST /api/deployments",
                409,
                "deployment.already-running",
                "A deployment is running already",
                "production.shop-agent.6 is bringing out 1.1.0.",
                "Watch it with: axiom deployment get production.shop-agent.6 -w");

        Shell.Result result = Shell.at(gateway).run("deploy", "shop-agent", "1.2.0", "--to", "production");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("""
                        ✖ A deployment is running already
                          production.shop-agent.6 is bringing out 1.1.0.
                          Next: Watch it with: axiom deployment get production.shop-agent.6 -w
                          Code: deployment.already-running
                        """);
        assertThat(Json.mapper()
                        .readTree(Shell.at(gateway)
                                .run("deploy", "shop-agent", "1.2.0", "--to", "production", "-o", "json")
                                .err())
                        .path("code")
                        .asString())
                .isEqualTo("deployment.already-running");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deploy shop-agent 1.2.0 | Say what goes where",
                "deploy --to production | Say what goes where",
                "deploy a 1 --to p --canary 50,10 | weights go up, and 10 does not come after 50",
                "deploy a 1 --to p --canary 0:1s | a weight from 1 to 100",
                "deploy a 1 --to p --canary 10:soon | a duration is written",
                "deploy a 1 --to p --strategy magic | no strategy \"magic\"",
                "deploy a 1 --to p --strategy rolling --preview | --preview are for --strategy blue-green",
                "deploy a 1 --to p --health nonsense | --health is a path",
                "deploy a 1 --to p --timeout soon | a duration is written",
                "deploy a 1 --to p --instances many | Invalid value for option '--instances'",
                "deploy a 1 --to p --nonsense | Unknown option: '--nonsense'",
                "deplyo a 1 | Unmatched arguments",
                "deployment | Missing required subcommand",
                "status -o xml | Invalid value for option '--output'"
            })
    void a_wrong_command_line_is_said_to_be_wrong_and_nothing_is_tried(String line, String why) {
        Shell.Result result = Shell.at(gateway).run(line.strip().split(" "));

        assertThat(result.err()).contains(why).contains("--help");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(gateway.asked).isEmpty();
    }
}
