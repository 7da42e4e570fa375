package io.axiom.embedded.demo;

import io.axiom.language.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The gateway's REST API, as any program would call it. */
public final class Api {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String base;
    private final Map<String, Long> written = new ConcurrentHashMap<>();

    public Api(String base) {
        this.base = base;
    }

    public JsonNode get(String path) {
        return call(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    public <T> T get(String path, Class<T> type) {
        return Json.lenient().treeToValue(get(path), type);
    }

    public JsonNode post(String path, Object body) {
        return call(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
    }

    private JsonNode call(HttpRequest.Builder request) {
        if (!written.isEmpty()) {
            // Read your own writes: nothing older than what the answers to earlier commands named.
            request.header("Axiom-Min-Position", positions());
        }
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new Unexpected("HTTP " + response.statusCode() + " from "
                        + response.request().uri() + ": " + response.body());
            }
            response.headers().firstValue("Axiom-Position").ifPresent(this::remember);
            return response.body().isBlank()
                    ? Json.lenient().createObjectNode()
                    : Json.lenient().readTree(response.body());
        } catch (IOException e) {
            throw new Unexpected("No answer from " + base + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("Interrupted");
        }
    }

    private void remember(String positions) {
        for (String part : positions.split(",")) {
            String[] position = part.strip().split("=");
            written.merge(position[0], Long.parseLong(position[1]), Math::max);
        }
    }

    private String positions() {
        return written.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
