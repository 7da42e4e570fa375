package io.axiom.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.language.json.Json;
import io.axiom.language.status.PlatformStatus;
import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import org.junit.jupiter.api.Test;

class StatusTest {
    private final Rest rest = Platform.shared().rest();

    @Test
    void oneCallTellsOfEveryPart() {
        await().until(() -> status().services().stream()
                .filter(part -> !part.name().equals("router"))
                .allMatch(part -> part.status().equals("up")));

        PlatformStatus status = status();
        assertThat(status.services())
                .extracting(PlatformStatus.Part::name)
                .containsExactly("access", "deployment", "version", "router", "kafka");
        assertThat(status.status()).isEqualTo("degraded");
        assertThat(status.counts().components()).isEqualTo(1);
        assertThat(status.audit().position()).isPositive();
    }

    private PlatformStatus status() {
        return Json.lenient().readValue(rest.get("/api/status").response().body(), PlatformStatus.class);
    }
}
