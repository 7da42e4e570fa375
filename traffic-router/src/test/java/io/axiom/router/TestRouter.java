package io.axiom.router;

import io.axiom.language.json.Json;
import io.axiom.language.routing.HeaderMatch;
import io.axiom.language.routing.Route;
import io.axiom.language.routing.Route.Endpoint;
import io.axiom.language.routing.RouterReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A router in this JVM with both its ports open, and a client for each. */
final class TestRouter implements AutoCloseable {
    static final String PREFIX = "/production/shop";

    private final Router router;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    TestRouter(RouterOptions options) {
        this.router = Router.start(options);
    }

    TestRouter(Path home) {
        this(RouterOptions.inHome(home));
    }

    static Route route(
            long revision, Map<String, List<Endpoint>> releases, Map<String, Integer> weights, HeaderMatch... matches) {
        return new Route("production", "shop", revision, releases, weights, List.of(matches));
    }

    Router router() {
        return router;
    }

    HttpClient client() {
        return client;
    }

    int port() {
        return router.port();
    }

    int adminPort() {
        return router.adminPort();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + router.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + router.adminPort() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> put(Route route) {
        return put(route.key(), Json.mapper().writeValueAsString(route));
    }

    HttpResponse<String> put(String key, String body) {
        return send(admin("/routes/" + key).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    RouterReport report() {
        return Json.mapper().readValue(send(admin("/report")).body(), RouterReport.class);
    }

    RouterReport.ReleaseTraffic traffic(String releaseId) {
        return report().releases().stream()
                .filter(it -> it.releaseId().equals(releaseId))
                .findFirst()
                .orElseThrow();
    }

    RouterReport.InstanceTraffic instance(String instanceId) {
        return report().instances().stream()
                .filter(it -> it.instanceId().equals(instanceId))
                .findFirst()
                .orElseThrow();
    }

    static String release(HttpResponse<?> response) {
        return response.headers().firstValue("X-Axiom-Release").orElse("");
    }

    static String code(HttpResponse<String> response) {
        JsonNode problem = Json.mapper().readTree(response.body());
        return problem.get("code").asString();
    }

    @Override
    public void close() {
        router.close();
        client.close();
    }
}
