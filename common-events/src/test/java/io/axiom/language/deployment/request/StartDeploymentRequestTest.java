package io.axiom.language.deployment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.json.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class StartDeploymentRequestTest {
    /** The source document's example, as JSON. */
    private static final String SOURCE = """
            {"version": "1.1.0", "environmentId": "production", "strategy": "blue-green",
             "healthChecks": [
               {"id": "api-health", "name": "API Health Check", "type": "api",
                "endpoint": "https://api.axiom.com/health", "method": "GET", "expectedStatus": 200,
                "timeout": 30000, "retries": 3},
               {"id": "database-health", "name": "Database Health Check", "type": "database",
                "timeout": 30000, "retries": 3}],
             "rollbackOnFailure": true, "timeout": 600000, "dryRun": false,
             "notifications": [{"type": "slack", "enabled": true, "recipients": ["#deployments"],
                "events": ["started", "completed", "failed", "rolled_back"]}],
             "approvalRequired": true, "approvers": ["tech-lead", "product-manager"]}
            """;

    @Test
    void theSourceDocumentsExampleIsUnderstoodAsWritten() {
        StartDeploymentRequest request = Json.mapper().readValue(SOURCE, StartDeploymentRequest.class);
        StartDeployment command = request.toCommand("agent");

        assertThat(command.aggregateId()).isEqualTo("production.agent");
        assertThat(command.strategy()).isEqualTo(new Strategy.BlueGreen(null, null));
        assertThat(command.timeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(command.healthChecks()).hasSize(2);
        assertThat(command.healthChecks().getFirst().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(command.approvers()).isEqualTo(List.of("tech-lead", "product-manager"));
    }

    @Test
    void aStrategyMayBeGivenInFull() {
        StartDeploymentRequest request = Json.mapper().readValue("""
                        {"version":"1.0.0","environmentId":"production","component":"shop",
                         "strategy":{"type":"canary","steps":[{"weight":10,"pause":"5s"}]}}
                        """, StartDeploymentRequest.class);

        assertThat(request.toCommand(null).strategy())
                .isEqualTo(
                        new Strategy.Canary(List.of(new Strategy.CanaryStep(10, Duration.ofSeconds(5))), null, null));
    }

    @Test
    void anUnknownStrategyIsRefused() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"strategy\":\"big-bang\"}", StartDeploymentRequest.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("blue-green, rolling or canary");
    }

    @Test
    void aMissingFieldIsNamed() {
        StartDeploymentRequest request =
                Json.mapper().readValue("{\"environmentId\":\"production\"}", StartDeploymentRequest.class);

        assertThatThrownBy(() -> request.toCommand("shop"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("\"version\"");
    }
}
