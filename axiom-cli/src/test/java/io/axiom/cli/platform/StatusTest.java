package io.axiom.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.cli.FakeGateway;
import io.axiom.cli.Shell;
import io.axiom.language.deployment.view.EnvironmentView.ComponentState;
import io.axiom.language.status.PlatformStatus;
import io.axiom.language.status.PlatformStatus.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTest {
    @Test
    void parts_positions_and_what_runs_where_are_one_tree() {
        try (FakeGateway gateway = new FakeGateway()) {
            ComponentState agent = new ComponentState(
                    "shop-agent",
                    "1.1.0",
                    "1.1.0_11aa22bb",
                    "d",
                    Map.of(),
                    "1.0.0",
                    "1.0.0_00aa00bb",
                    "production.shop-agent.7",
                    "in_progress",
                    2,
                    Map.of("1.1.0_11aa22bb", 90, "1.2.0_33cc44dd", 10),
                    "http://127.0.0.1:8080/production/shop-agent/");
            gateway.on(
                    "GET /api/status",
                    new PlatformStatus(
                            "degraded",
                            Instant.EPOCH,
                            List.of(
                                    new Part("deployment", "http://127.0.0.1:3002", "up", 42L, 42L, 40L, null),
                                    new Part(
                                            "kafka",
                                            null,
                                            "down",
                                            null,
                                            null,
                                            null,
                                            "no broker answers on 127.0.0.1:19092")),
                            new PlatformStatus.Audit(52, 1, null),
                            new PlatformStatus.Counts(1, 2, 1),
                            List.of(
                                    new PlatformStatus.Environment("production", List.of(agent), null, 42),
                                    new PlatformStatus.Environment("staging", List.of(), "staging.rollback-1", 42))));

            Shell.Result result = Shell.at(gateway).run("status");

            assertThat(result.out()).isEqualTo("""
                            ✖ Axiom is degraded at %s, audit log at 52 (1 wait for their cause)
                            ├─ Parts
                            │  ├─ ✔ deployment  position 42, relayed 40  http://127.0.0.1:3002
                            │  └─ ✖ kafka
                            │        no broker answers on 127.0.0.1:19092
                            ├─ production
                            │  └─ ⟳ shop-agent 1.1.0  2 instances  90 %% 1.1.0_11aa22bb, 10 %% 1.2.0_33cc44dd  http://127.0.0.1:8080/production/shop-agent/
                            │        in_progress: production.shop-agent.7
                            └─ staging  ⟳ rolling back, staging.rollback-1
                               └─ nothing deployed
                            """.formatted(gateway.url()));
            assertThat(result.exitCode()).isEqualTo(1);
        }
    }
}
