package io.axiom.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import org.junit.jupiter.api.Test;

class UpgradeQuestionsTest {
    private final Rest rest = Platform.shared().rest();

    @Test
    void aComparisonSaysWhereItsVersionsRun() {
        Rest.Answer answer = rest.get("/api/components/shop-agent/compare?from=1.0.0&to=2.0.0");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().at("/usage/0/version").asString()).isEqualTo("1.0.0");
        assertThat(answer.json().at("/usage/0/environments/0").asString()).isEqualTo("staging");
        assertThat(answer.json().at("/usage/1/environments")).isEmpty();
    }

    @Test
    void aPairNeedsBothVersions() {
        assertThat(rest.get("/api/components/shop-agent/upgrade-path?from=1.0.0")
                        .status())
                .isEqualTo(400);
        assertThat(rest.get("/api/components/shop-agent/compatibility?from=1.0.0&to=2.0.0")
                        .json()
                        .path("answeredBy")
                        .asString())
                .isEqualTo("version");
    }
}
