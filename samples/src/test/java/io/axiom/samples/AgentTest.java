package io.axiom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void saysWhichVersionAndConfigurationAnswers() throws Exception {
        URI agent = start(Map.of("GREETING", "hi \"there\""), "--version", "1.2.0");
        HttpResponse<String> answer = get(agent.resolve("/any/path"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"version\":\"1.2.0\",\"instance\":\"none\",\"configuration\":{\"GREETING\":\"hi \\\"there\\\"\"}}");
        assertThat(get(agent.resolve("/health")).statusCode()).isEqualTo(200);
    }

    @Test
    void failsAsTold() throws Exception {
        URI agent = start(Map.of("FAIL_AFTER_REQUESTS", "2"), "--unhealthy");
        assertThat(get(agent.resolve("/health")).statusCode()).isEqualTo(503);
        assertThat(get(agent).statusCode()).isEqualTo(200);
        assertThat(get(agent).statusCode()).isEqualTo(200);
        assertThat(get(agent).statusCode()).isEqualTo(500);
    }

    @Test
    void crashesAsTold() throws Exception {
        process = launch(Map.of(), "--crash-at-start");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
    }

    @Test
    void finishesWhatItHasBegunBeforeItEnds() throws Exception {
        URI agent = start(Map.of(), "--latency-ms", "400");
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(HttpRequest.newBuilder(agent).build(), HttpResponse.BodyHandlers.ofString());
        get(agent);
        CompletableFuture<HttpResponse<String>> last =
                client.sendAsync(HttpRequest.newBuilder(agent).build(), HttpResponse.BodyHandlers.ofString());
        TimeUnit.MILLISECONDS.sleep(100);
        process.destroy();
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(last.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI start(Map<String, String> environment, String... options) throws Exception {
        process = launch(environment, options);
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        assertThat(line).contains("listens on ");
        return URI.create("http://127.0.0.1:" + line.substring(line.lastIndexOf(' ') + 1) + "/");
    }

    private static Process launch(Map<String, String> environment, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "classes").toString(),
                Agent.class.getName()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("HOST");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
