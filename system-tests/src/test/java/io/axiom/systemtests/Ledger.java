package io.axiom.systemtests;

import io.axiom.language.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What the system acknowledged, kept outside of it. A command without an answer is sent again under the same
 * {@code Idempotency-Key} until there is one, as a careful client would.
 */
final class Ledger {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final String base;
    private final Map<String, JsonNode> acknowledged = new LinkedHashMap<>();

    Ledger(String base) {
        this.base = base;
    }

    /** Sends until answered; returns the answer to an accepted command. */
    JsonNode send(String path, Object body) {
        String key = UUID.randomUUID().toString();
        String json = Json.mapper().writeValueAsString(body);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> response = http.send(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .timeout(Duration.ofSeconds(15))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                last = response.statusCode() + " " + response.body();
                if (response.statusCode() == 200
                        || response.statusCode() == 201
                        || (response.statusCode() == 202 && response.body().contains("deploymentId"))) {
                    JsonNode answer = Json.lenient().readTree(response.body());
                    acknowledged.put(key, answer);
                    return answer;
                }
                if (response.statusCode() < 500 && response.statusCode() != 202) {
                    throw new AssertionError(path + " was refused: " + last);
                }
            } catch (IOException e) {
                last = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError(path + " got no answer within " + PATIENCE + "; last: " + last);
    }

    /** By command id. */
    Map<String, JsonNode> acknowledged() {
        return acknowledged;
    }
}
