package io.axiom.cli.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.Target;
import io.axiom.language.deployment.Thresholds;
import io.axiom.language.deployment.request.EnvironmentRequest;
import io.axiom.language.deployment.view.EnvironmentView;
import io.axiom.language.deployment.view.EnvironmentView.ComponentState;
import io.axiom.language.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private static EnvironmentView production(Policy policy) {
        return new EnvironmentView(
                "production",
                new Target.Processes(null, null),
                null,
                policy,
                List.of(new ComponentState(
                        "shop-agent",
                        "1.1.0",
                        "1.1.0_11aa22bb",
                        "d",
                        Map.of("PRICE", "10"),
                        "1.0.0",
                        "1.0.0_00aa00bb",
                        "production.shop-agent.7",
                        "in_progress",
                        3,
                        Map.of("1.1.0_11aa22bb", 90, "1.2.0_33cc44dd", 10),
                        "http://127.0.0.1:8080/production/shop-agent/")),
                null,
                Instant.EPOCH,
                1234);
    }

    @Test
    void an_environment_can_be_seen_as_of_any_position() {
        gateway.on("GET /api/environments/production?at=1234", production(Policy.DEFAULTS));

        assertThat(Shell.at(gateway)
                        .run("environment", "get", "production", "--at", "1234")
                        .out())
                .isEqualTo("""
                        Environment  production
                        As of        deployment@1234

                        COMPONENT   VERSION  RELEASE         INSTANCES  TRAFFIC                                     BEFORE  STATUS                                 URL
                        shop-agent  1.1.0    1.1.0_11aa22bb  3          90 % 1.1.0_11aa22bb, 10 % 1.2.0_33cc44dd  1.0.0   in_progress (production.shop-agent.7)  http://127.0.0.1:8080/production/shop-agent/

                        shop-agent is configured with PRICE=10
                        """.replace(
                                "TRAFFIC                                     BEFORE",
                                "TRAFFIC                                   BEFORE"));
    }

    @Test
    void creating_one_sends_what_was_said_and_nothing_else() {
        gateway.on("POST /api/environments", "{\"environmentId\":\"production\"}");

        assertThat(Shell.at(gateway)
                        .run(
                                "environment",
                                "create",
                                "production",
                                "--error-rate",
                                "2",
                                "--no-auto-rollback",
                                "--approver",
                                "bob")
                        .exitCode())
                .isZero();

        EnvironmentRequest sent = Json.mapper().readValue(gateway.last("POST").body(), EnvironmentRequest.class);
        assertThat(sent)
                .isEqualTo(new EnvironmentRequest(
                        "production",
                        null,
                        null,
                        new Policy(
                                false,
                                null,
                                List.of("bob"),
                                null,
                                null,
                                null,
                                new Thresholds(2.0, null, null, null, null))));
    }

    @Test
    void changing_a_policy_keeps_what_was_not_named() {
        Policy before = new Policy(true, null, null, 5, null, null, new Thresholds(5.0, null, 7, null, null));
        gateway.on("GET /api/environments/production", production(before))
                .on("PUT /api/environments/production/policy", "{\"position\":9}");

        assertThat(Shell.at(gateway)
                        .run("environment", "policy", "production", "--error-rate", "2")
                        .exitCode())
                .isZero();

        assertThat(Json.mapper().readValue(gateway.last("PUT").body(), Policy.class))
                .isEqualTo(new Policy(true, null, null, 5, null, null, new Thresholds(2.0, null, 7, null, null)));
    }
}
