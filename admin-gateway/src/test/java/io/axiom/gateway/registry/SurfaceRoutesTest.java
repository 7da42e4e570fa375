package io.axiom.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.standin.Platform;
import io.axiom.standin.Rest;
import org.junit.jupiter.api.Test;

class SurfaceRoutesTest {
    private static final String SURFACES = "/api/versioning/surfaces";
    private static final int MEBIBYTE = 1024 * 1024;

    private final Rest rest = Platform.shared().rest();
    private final Rest files = rest.with("Content-Type", "application/octet-stream");

    @Test
    void aLargeFileReachesTheRegistryAsItIs() {
        Rest.Answer answer = files.post(SURFACES, "x".repeat(3 * MEBIBYTE));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("answeredBy").asString()).isEqualTo("version");
        assertThat(answer.json().path("type").asString()).isEqualTo("application/octet-stream");
        assertThat(answer.json().path("bytes").asInt()).isEqualTo(3 * MEBIBYTE);
    }

    @Test
    void aFileBeyondTheLimitIsRefused() {
        Rest.Answer answer = files.post(SURFACES, "x".repeat(20 * MEBIBYTE + 1));
        assertThat(answer.status() + " " + answer.code()).isEqualTo("413 request.too-large");
    }

    @Test
    void aQuestionWithABodyIsPassedOn() {
        Rest.Answer answer = rest.post(SURFACES + "/compare", "{\"kind\": \"events\"}");
        assertThat(answer.json().path("path").asString()).isEqualTo(SURFACES + "/compare");
        assertThat(answer.json().path("bytes").asInt()).isEqualTo(18);
    }

    @Test
    void otherMediaTypesAreRefused() {
        assertThat(rest.post(SURFACES, "{}").status()).isEqualTo(415);
        assertThat(files.post(SURFACES + "/compare", "{}").status()).isEqualTo(415);
        assertThat(files.post("/api/components", "{}").status()).isEqualTo(415);
    }
}
